package ghg

// placeOf reads a cell as [ParsePlace] does, or refuses it.
func (t *csvTable) placeOf(column int, cell []byte) PlaceID {
	if place, met := t.caches.places.find(cell); met {
		return place
	}
	place, err := ParsePlace(string(cell))
	if err != nil {
		t.refuse(FaultPlace, column, asFaultOf(err).Detail)
		return ""
	}
	if t.isBeyondPlaces(place) {
		return "" // the fault is of the file
	}
	t.caches.places.keep(cell, place)
	return place
}
