// jsdom fires no load events for stylesheets, and the real hook calls location.reload()
exports.useInitialize = () => ({ isReadyToRender: true });
