package ghg

import (
	"encoding/json"
	"fmt"

	"github.com/localghg/localghg/ghg/words"
)

// MarshalJSON writes the code with its names, where the fault is, what was found and what is wrong with
// it; what is not there is left out.
func (f Fault) MarshalJSON() ([]byte, error) {
	name := f.Name()
	detailKo, _ := words.InKorean(f.Detail)
	if detailKo == f.Detail {
		detailKo = ""
	}
	return json.Marshal(struct {
		Code     string  `json:"code"`
		Name     string  `json:"name"`
		NameKo   string  `json:"name_ko"`
		Of       string  `json:"of,omitempty"`
		Line     int     `json:"line,omitempty"`
		Field    string  `json:"field,omitempty"`
		Value    string  `json:"value,omitempty"`
		Detail   string  `json:"detail"`
		DetailKo string  `json:"detail_ko,omitempty"`
		Place    PlaceID `json:"place,omitempty"`
		Period   Period  `json:"period,omitzero"`
	}{f.Code, name.En, name.Ko, f.Of, f.Line, f.Field, f.Value, f.Detail, detailKo, f.Place, f.Period})
}

// MarshalJSON writes the faults as a list. Where some were only counted, it ends with one
// that says how many.
func (f Faults) MarshalJSON() ([]byte, error) {
	list := append([]Fault{}, f.All...)
	if f.More > 0 {
		list = append(list, Fault{Code: FindingMore, Detail: fmt.Sprintf("and %d more", f.More)})
	}
	return json.Marshal(list)
}
