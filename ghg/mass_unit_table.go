package ghg

import "strings"

// massUnits gives each spelling, without blanks, the unit's power of ten in tonnes and
// the name that it is printed with.
var massUnits = map[string]struct {
	power int32
	name  string
}{
	"g": {-6, "g"}, "kg": {-3, "kg"}, "Mg": {0, "Mg"}, "Gg": {3, "Gg"}, "Tg": {6, "Tg"}, "Pg": {9, "Pg"},
	"t": {0, "t"}, "kt": {3, "kt"}, "Mt": {6, "Mt"}, "Gt": {9, "Gt"}, "Tt": {12, "Tt"},

	"tonne": {0, "t"}, "tonnes": {0, "t"},
	"metricton": {0, "t"}, "metrictons": {0, "t"}, "metrictonne": {0, "t"}, "metrictonnes": {0, "t"},
	"kilotonne": {3, "kt"}, "kilotonnes": {3, "kt"}, "thousandt": {3, "kt"}, "thousandtonnes": {3, "kt"},
	"megatonne": {6, "Mt"}, "megatonnes": {6, "Mt"}, "milliont": {6, "Mt"}, "milliontonnes": {6, "Mt"},

	"Tonne": {0, "t"}, "Tonnen": {0, "t"}, "Tsd.t": {3, "kt"}, "Tsd.Tonnen": {3, "kt"},
	"Mio.t": {6, "Mt"}, "Mio.Tonnen": {6, "Mt"}, "Mrd.t": {9, "Gt"}, "Mrd.Tonnen": {9, "Gt"},

	"톤": {0, "톤"}, "천톤": {3, "천톤"}, "만톤": {4, "만톤"}, "십만톤": {5, "십만톤"}, "백만톤": {6, "백만톤"}, "천만톤": {7, "천만톤"}, "억톤": {8, "억톤"},
	"천t": {3, "천톤"}, "만t": {4, "만톤"}, "백만t": {6, "백만톤"}, "억t": {8, "억톤"},
	"천kg": {0, "천kg"}, "만kg": {1, "만kg"}, "백만kg": {3, "백만kg"},
}

// unclearMass are beginnings of units of mass that are read in more than one way, or
// that are mistaken for one, and what to write. What else begins so is none of them.
var unclearMass = []struct{ prefix, why string }{
	{"MMT", "MM is a million in the United States alone, where it is a million metric tons: write Mt"},
	{"MMt", "MM is a million in the United States alone, where it is a million metric tons: write Mt"},
	{"MT", readTwice + " (metric tons in the United States, megatonnes elsewhere): write t or Mt"},
	{"mt", readTwice + " (metric tons or megatonnes): write t or Mt"},
	{"tons", tonTwice}, {"ton", tonTwice}, {"Tons", tonTwice}, {"Ton", tonTwice},
	{"kilotons", tonTwice}, {"kiloton", tonTwice}, {"megatons", tonTwice}, {"megaton", tonTwice},
	{"shorttons", noMetric + "0.90718474 t"}, {"shortton", noMetric + "0.90718474 t"},
	{"longtons", noMetric + "1.0160469088 t"}, {"longton", noMetric + "1.0160469088 t"},
	{"T", readTwice + ": write t for tonnes"},
	{"KT", caseCounts + "kt"}, {"Kt", caseCounts + "kt"}, {"kT", caseCounts + "kt"},
}

const (
	readTwice  = "it is read in more than one way"
	tonTwice   = readTwice + " (tonnes, or short tons of 0.90718474 t): write t, or 톤, for tonnes"
	noMetric   = "it is no metric unit: convert it, one being "
	caseCounts = "small and capital letters count: write "
)

// whyUnclear says what to write for a text, without blanks, that begins as one of
// [unclearMass] and goes on as a unit does; "" for any other.
func whyUnclear(text string) string {
	for _, u := range unclearMass {
		rest, ok := strings.CutPrefix(text, u.prefix)
		if !ok {
			continue
		}
		if substance, err := parseSubstance(rest); err == nil {
			switch {
			case substance.CO2e:
				return u.why + ", with CO2e behind it"
			case !substance.Gas.IsZero():
				return u.why + ", with the gas behind it"
			}
			return u.why
		}
	}
	return ""
}

// isMassWord reports whether a text is a unit of mass, or one that is unclear.
func isMassWord(text string) bool {
	_, ok := massUnits[text]
	for _, u := range unclearMass {
		ok = ok || u.prefix == text
	}
	return ok
}

func unknownMassUnit(text string) error {
	why := "allowed are kg, t, kt, Mt, Gg, Tg, 톤, 천톤, 만톤 and 백만톤, with CO2e or the gas behind them"
	if len(text) <= 64 {
		switch joined := joinUnit(text); {
		case joined == "":
			why = "none is given; " + why
		case whyUnclear(joined) != "":
			why = whyUnclear(joined)
		case strings.IndexFunc(joined, isHangul) == 0 && strings.ContainsAny(joined, "0123456789"):
			why = "an amount in several numbers with Korean words, as 1662만8000t, is read by ParseKoreanFigure; " + why
		}
	}
	return &UnknownError{What: "unit", ID: text, Advice: why}
}
