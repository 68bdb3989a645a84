package ghg

// placeOf reads a cell as [ParsePlace] does, or refuses it.
func (t *csvTable) placeOf(column int, cell []byte) PlaceID {
	place, met := t.places[string(cell)]
	if met {
		return place
	}
	place, err := ParsePlace(string(cell))
	if err != nil {
		t.refuse(FaultPlace, column, asFaultOf(err).Detail)
		return ""
	}
	if t.places == nil {
		t.places = map[string]PlaceID{}
	}
	keep(t.places, cell, place)
	return place
}
