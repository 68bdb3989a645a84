package ghg

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/refrigerants_without_gwp.tsv
var refusedTable string

// gasNames are all texts that name a gas, folded.
type gasNames struct {
	gas      map[string]Gas
	refused  map[string]string   // by refrigerant number: a substance without a GWP
	lettered map[string][]string // by number without its last letters or isomer: codes
}

// namesOfGases is made at the first call. What a row of the table has written, its
// code and its aliases, goes before what follows from it: other prefixes of its
// number, then its name, then its formula. Of a formula that rows share the first
// row has it: CH4 is methane of unstated origin.
var namesOfGases = sync.OnceValue(func() *gasNames {
	rows := substances().rows
	n := &gasNames{gas: make(map[string]Gas, 4096), refused: map[string]string{}, lettered: map[string][]string{}}
	add := func(row int, spelling string) string {
		folded := gasAlias(spelling)
		if _, taken := n.gas[folded]; folded != "" && !taken {
			n.gas[folded] = Gas{uint16(row)}
		}
		return folded
	}
	for i, s := range rows {
		for _, written := range append([]string{s.code}, s.aliases...) {
			add(i, written)
		}
	}
	for i, s := range rows {
		for _, written := range append([]string{s.code}, s.aliases...) {
			for _, number := range numbers(written) {
				n.addLettered(s.code, add(i, number))
			}
		}
	}
	for i, s := range rows {
		add(i, s.name)
	}
	for i, s := range rows {
		add(i, s.formula)
	}
	for r := range table.MustRead(refusedTable, "number", "name").Rows() {
		for _, number := range numbers(r.Cell("number")) {
			n.refused[gasAlias(number)] = r.Cell("name")
		}
	}
	return n
})

// addLettered keeps, for a refrigerant number that ends in letters, what it is
// without them: R-410 may be R-410A or R-410B, R-1225ye R-1225yeE or R-1225yeZ, and
// R-227 R-227ea or R-227ca.
func (n *gasNames) addLettered(code, number string) {
	for end := len(number) - 1; end > 0 && number[end] >= 'A' && number[end] <= 'Z'; end-- {
		if base := number[:end]; !slices.Contains(n.lettered[base], code) {
			n.lettered[base] = append(n.lettered[base], code)
		}
	}
}

// A refrigerant number may stand after R-, the word Refrigerant, or a prefix that
// says what the substance is made of (ANSI/ASHRAE Standard 34, section 6). Those
// of a row are one number: an unsaturated HFC is an HFO, as AR6 writes, or an HFC,
// as AR5 and 40 CFR 98 do.
var compositionPrefixes = [][]string{
	{"HCFO", "HCFC"}, {"HFO", "HFC"}, {"HCO", "HCC"}, {"HO", "HC"}, {"PFC", "FC"},
	{"CFC"}, {"HCFC"}, {"HFC"}, {"HC"}, {"R"},
}

// numbers are the other spellings of a refrigerant number that follow from one:
// R-1234ze(E), HFC-1234ze(E), (E)-HFO-1234ze and R-1234zeE of HFO-1234ze(E). An
// ether has an E before its number: R-E125 is HFE-125.
func numbers(code string) []string {
	for _, ether := range []string{"HFE-", "HCFE-"} {
		if number, is := strings.CutPrefix(code, ether); is {
			return []string{"R-E" + number, "Refrigerant E" + number}
		}
	}
	for _, prefixes := range compositionPrefixes {
		number, is := strings.CutPrefix(code, prefixes[0])
		if number = strings.TrimLeft(number, "- "); !is || !isNumber(number) {
			continue
		}
		var all []string
		for _, prefix := range slices.Concat(prefixes, []string{"R", "Refrigerant"}) {
			all = append(all, prefix+"-"+number)
			if base, isomer, has := strings.Cut(strings.TrimSuffix(number, ")"), "("); has {
				all = append(all, prefix+"-"+base+isomer, "("+isomer+")-"+prefix+"-"+base)
			}
		}
		return all
	}
	return nil
}

// isNumber reports whether a text may be a refrigerant number without its
// prefix: 134a, C-318, c216, E170.
func isNumber(s string) bool {
	s = strings.TrimLeft(s, "CcE-")
	return s != "" && strings.IndexByte("123456789", s[0]) >= 0
}

// gasAlias folds the spellings of one gas into one: without hyphens, dashes and
// blanks, in capitals, with subscripts and full-width forms as plain ones.
func gasAlias(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' { // full width
			r -= '！' - '!'
		}
		switch r {
		case '-', ' ', '\u00a0', '\u2010', '\u2011', '\u2013', '\u2212', '\u3000':
			return -1
		case '\u2019', '\u2032': // HG’-01, HG′-01
			return '\''
		}
		switch {
		case r >= '₀' && r <= '₉':
			return r - '₀' + '0'
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		}
		return r
	}, s)
}

// unknown says why a text is no gas, and what to write.
func (n *gasNames) unknown(text string) error {
	return &UnknownError{What: "gas", ID: text, Advice: n.advice(text)}
}

func (n *gasNames) advice(text string) string {
	const usual = "write a species as HFC-134a, a blend as R-410A, biogenic CO2 as CO2(b)"
	if isCO2e(text) {
		return "CO2e is no gas: leave the gas empty for all gases together, and say CO2e in the unit"
	}
	if len(text) > maxGasText {
		return usual
	}
	folded := gasAlias(text)
	switch folded {
	case "HFC", "HFCS", "PFC", "PFCS", "FGAS", "FGASES", "GHG", "GHGS", "KYOTOGHG",
		"수소불화탄소", "수소불화탄소류", "과불화탄소", "과불화탄소류", "불소계온실가스", "온실가스":
		return "it names a group of gases: report the group as CO2e, with its metric"
	}
	if name, known := n.refused[folded]; known {
		return "it is " + name + ", which has no warming potential in the reports of the table: leave it out"
	}
	if among := n.lettered[folded]; len(among) > 0 {
		return "its number goes on with the letters of a blend or an isomer: write " + strings.Join(among, " or ")
	}
	return usual
}
