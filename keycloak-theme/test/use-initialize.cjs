// jsdom fires no load events for stylesheets, and the real hook calls location.reload(); like the real one, ready only after the first render
const { useEffect, useState } = require("react");

exports.useInitialize = () => {
  const [isReadyToRender, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return { isReadyToRender };
};
