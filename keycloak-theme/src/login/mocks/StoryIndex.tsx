/** Every state of every page, to look at without Keycloak. */
import stories from "../../../gallery/stories.json";

export function StoryIndex() {
  return (
    <main>
      <h1>Pages of the theme</h1>
      <ul>
        {Object.entries(stories).map(([name, query]) => (
          <li key={name}>
            <a href={`?${query}`}>{name}</a>, <a href={`?${query}&lang=es`}>español</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
