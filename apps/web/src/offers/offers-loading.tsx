// The place of the cards until they come.
const places = ["first", "second", "third"];

export function OffersLoading() {
  return (
    <div aria-busy="true">
      <p className="visually-hidden" role="status">
        Loading the offers…
      </p>
      <ul className="offers" aria-hidden="true">
        {places.map((place) => (
          <li key={place}>
            <div className="card is-skeleton">
              <div className="photo" />
              <div className="card-body">
                <span />
                <span />
                <span />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
