import { useState } from 'react';
import { BatchSync } from './BatchSync.jsx';

export function App() {
  const [shown, setShown] = useState(true);
  const [locked, setLocked] = useState(false);
  const [news, setNews] = useState([]);

  return (
    <>
      <button onClick={() => setShown(!shown)}>{shown ? 'Close' : 'Open'}</button>
      <label>
        <input type="checkbox" checked={locked} onChange={event => setLocked(event.target.checked)} /> Locked
      </label>
      <ol>
        {news.map((each, index) => (
          <li key={index}>{each}</li>
        ))}
      </ol>
      {shown && <BatchSync locked={locked} onNews={each => setNews(before => [...before, each])} />}
    </>
  );
}
