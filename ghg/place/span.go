package place

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Span is what a place was over a span of days: its code, names, level and parent. It
// is also how a definition of a [Gazetteer] states it.
type Span struct {
	Code       string   `json:"code"`
	OtherCodes []string `json:"otherCodes,omitempty"` // other forms of the code; they find the place too
	Name       string   `json:"name"`                 // in the language of the country
	NameEn     string   `json:"name_en,omitempty"`    // in English; "" where it is not known
	OtherNames []string `json:"otherNames,omitempty"` // in use beside the name, as short names of provinces are
	Level      Level    `json:"level"`
	Parent     string   `json:"parent,omitempty"` // code of the government above it; "" for none

	// From is the first day, and To the first on which it no longer was so; the zero
	// Date is none yet. Where Listed is set, From is only the day of the list that has
	// the place, and since when it was so is not known.
	From   ghg.Date `json:"from,omitzero"`
	To     ghg.Date `json:"to,omitzero"`
	Listed bool     `json:"listed"`

	Source string `json:"source,omitempty"`
}

// Holds reports whether it was so on a day.
func (s Span) Holds(day ghg.Date) bool {
	return !day.Before(s.From) && (s.To == ghg.Date{} || day.Before(s.To))
}

// String is "41110 수원시".
func (s Span) String() string { return words.OneLine(words.Clip(s.Code+" "+s.Name, ghg.MaxName)) }

// codes are the code and its other forms.
func (s Span) codes() []string { return append([]string{s.Code}, s.OtherCodes...) }

// days says when it was so.
func (s Span) days() string {
	text := "from " + s.From.String() + " on"
	if s.To != (ghg.Date{}) {
		text = "from " + s.From.String() + " until " + dayBefore(s.To).String()
	}
	if s.Listed {
		text += " (the day of the list; since when is not known)"
	}
	return text
}

// dayBefore is the day before a day.
func dayBefore(d ghg.Date) ghg.Date {
	switch {
	case d.Day > 1:
		d.Day--
		return d
	case d.Month > 1:
		return ghg.WithinMonth(d.Year, d.Month-1).Last()
	}
	return ghg.Date{Year: d.Year - 1, Month: 12, Day: 31}
}
