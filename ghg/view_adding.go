package ghg

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// WasteConvention says to which place a view counts waste that crosses a boundary. The
// zero WasteConvention is none: no such waste is in the view, or it is not known.
type WasteConvention uint8

// Of two places, the one that generates waste and the one that treats it, each
// convention counts the emissions once; the two conventions together count them twice or
// not at all.
const (
	NoWasteConvention WasteConvention = iota
	WasteByTreatment
	WasteByGenerator
)

var wasteConventions = [...]words.Term{{En: "no waste convention", Ko: "폐기물 기준 없음"},
	{En: "waste where it is treated", Ko: "폐기물 처리지 기준"}, {En: "waste where it is generated", Ko: "폐기물 발생지 기준"}}

var wasteNames = englishOf(wasteConventions[:])

// String is the convention in words.
func (w WasteConvention) String() string { return nameOf(wasteNames, int(w)) }

// Korean is the convention in Korean.
func (w WasteConvention) Korean() string { return nameKoOf(wasteConventions[:], int(w)) }

// MarshalText writes the convention in words.
func (w WasteConvention) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// Addable reports whether totals of places without overlap may be added, and
// the reason.
func (v View) Addable() (bool, string) {
	if v.def == nil {
		return false, ErrNoView.Error()
	}
	return v.def.Addable, v.def.Why
}

// Waste is how the view counts waste. Views that count it in two ways do not add between
// places, though each of them may. What a view selects says it already, so that it is no
// content of its ID.
func (v View) Waste() WasteConvention {
	if v.def == nil {
		return NoWasteConvention
	}
	return v.def.Waste
}

// WithAdding is a declared view whose totals may be added between places without
// overlap, for a reason, and how it counts waste. The publication's selection is not
// known: who says so answers for it. The view stays the same one.
func (v View) WithAdding(why string, waste WasteConvention) (View, error) {
	of := "view " + v.String()
	switch {
	case v.def == nil:
		return View{}, ErrNoView
	case !v.IsDeclared():
		return View{}, Refusal(of, "adding", why, "it says so itself (ViewDefinition.Addable): only a declared view is told")
	case strings.TrimSpace(why) == "" || len(why) > MaxName:
		return View{}, Refusal(of, "reason", why, fmt.Sprintf("say in at most %d bytes why each tonne stands in one place", MaxName))
	case notKept(why) != "":
		return View{}, Refusal(of, "reason", why, notKept(why))
	case waste > WasteByGenerator:
		return View{}, Refusal(of, "waste", waste.String(), "a convention that exists is needed")
	}
	d := *v.def
	d.Addable, d.Why, d.Waste = true, why, waste
	return View{&d}, nil
}
