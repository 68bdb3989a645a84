package ghg

import (
	"iter"
	"slices"

	"github.com/shopspring/decimal"
)

// Gas is a greenhouse gas: a species, a refrigerant blend, or biogenic CO2 as
// a memo item. It is comparable and may be a map key. The zero Gas is no
// single gas: it stands for all gases together, as a line in CO2e has it.
//
// CO2e is not a gas: it is an amount ([CO2e]) together with its [Metric].
type Gas struct{ n uint16 } // 1 + index in the table of substances

// The gases that inventories name most. All others come from [ParseGas].
var (
	CO2 = Gas{1}
	CH4 = Gas{2} // origin not stated
	// CH4Fossil is methane from fugitive and process emissions of fossil
	// carbon; CH4NonFossil is all other, combustion slip included (GHG
	// Protocol, August 2024). AR6 and AR5Split tell them apart.
	CH4Fossil    = Gas{3}
	CH4NonFossil = Gas{4}
	N2O          = Gas{5}
	SF6          = Gas{6}
	NF3          = Gas{7}
	// CO2Biogenic is CO2 from the burning or decay of biomass, CO2(b) in the
	// GPC: a memo item that no total contains. The CH4 and N2O of the same
	// fire count. A change of carbon stock in land is not a memo item.
	CO2Biogenic = Gas{speciesRows + 1}
)

// firstCodes are the codes of the first rows of the table, by row: of all above but the last.
// They are read and printed without the table, which is held against them when it is read.
var firstCodes = [...]string{"", "CO2", "CH4", "CH4-fossil", "CH4-nonfossil", "N2O", "SF6", "NF3"}

// Family is the group of a gas: base (CO2, CH4, N2O, SF6, NF3), HFC, PFC and,
// outside the Kyoto basket, CFC, HCFC, HFO, HFE and others as the table has them.
func (g Gas) Family() string { return g.row().family }

// Name is the chemical name, in the words of the table, and the code where it
// has none.
func (g Gas) Name() string {
	if name := g.row().name; name != "" {
		return name
	}
	return g.String()
}

// Note is the remark that the table has on the gas or its factors.
func (g Gas) Note() string { return g.row().note }

// InBasket reports whether the gas is of the seven kinds of the Kyoto Protocol's
// basket as amended in Doha (2012): CO2, CH4, N2O, HFCs, PFCs, SF6 and NF3. The
// families HFO, HCFC, CFC, HFE and the hydrocarbons are outside of it. A blend is
// in it if all of its constituents are.
func (g Gas) InBasket() bool {
	for part := range g.Components() {
		switch part.row().family {
		case "base", "HFC", "PFC":
		default:
			return false
		}
	}
	return !g.IsZero()
}

// IsMemo reports whether the gas is disclosed but never counted.
func (g Gas) IsMemo() bool { return g == CO2Biogenic }

// includes reports whether a mass said to be of g may be one of o: the same
// gas, or methane whose origin o states.
func (g Gas) includes(o Gas) bool {
	return g == o || g == CH4 && (o == CH4Fossil || o == CH4NonFossil)
}

// IsZero reports whether the gas is not stated: all gases together.
func (g Gas) IsZero() bool { return g.n == 0 }

// String is the code of the gas, such as "HFC-134a" or "R-410A", and "" for
// the zero Gas.
func (g Gas) String() string {
	if int(g.n) < len(firstCodes) {
		return firstCodes[g.n]
	}
	return g.row().code
}

// Components yields the constituents of a blend with their shares of its mass;
// of a single species, the species itself with the share 1.
func (g Gas) Components() iter.Seq2[Gas, Share] {
	return func(yield func(Gas, Share) bool) {
		parts := g.row().parts
		if len(parts) == 0 && !g.IsZero() {
			yield(g, Share{decimal.New(1, 0)})
			return
		}
		for _, p := range parts {
			if !yield(p.gas, p.share) {
				return
			}
		}
	}
}

// IsBlend reports whether the gas is a mixture of species.
func (g Gas) IsBlend() bool { return len(g.row().parts) > 0 }

// Word is a number that no other gas has in a program as it runs, for those who find very many.
// It is not to be written down: a new gas in the table may change it.
func (g Gas) Word() uint16 { return g.n }

// MarshalText writes the code of the gas.
func (g Gas) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what [ParseGas] reads; the empty text gives the zero Gas.
func (g *Gas) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*g = Gas{}
		return nil
	}
	v, err := ParseGas(string(b))
	if err == nil {
		*g = v
	}
	return err
}

// maxGasText is how long a text may be that names a gas: the longest name has half
// of it.
const maxGasText = 200

// ParseGas reads what names a gas in the table: its code, formula, chemical or
// usual name, Korean name, or refrigerant number (ANSI/ASHRAE Standard 34) after
// R-, Refrigerant or a composition prefix. Case, spaces, hyphens and subscripts do
// not matter: "HFC-134a", "hfc134a" and "R-134a" are one gas, and so are "R-744",
// "CO₂", "carbon dioxide" and "이산화탄소". R-1234ze and R-1233zd without an isomer
// are the (E), R-1336mzz the (Z) isomer, as trade has them ([Gas.Note]).
//
// It fails with an [*UnknownError]: for the number of a substance that has no
// warming potential, such as R-717 (ammonia), with its name; for a number that
// lacks its letters, such as R-410, with those that may be meant.
func ParseGas(s string) (Gas, error) {
	if i := slices.Index(firstCodes[1:], s); i >= 0 {
		return Gas{uint16(i + 1)}, nil
	}
	if g, ok := substances().byCode[s]; ok { // the usual case, without making a string
		return g, nil
	}
	names := namesOfGases()
	if len(s) <= maxGasText {
		if g, ok := names.gas[gasAlias(string(composeHangul([]byte(s))))]; ok {
			return g, nil
		}
	}
	return Gas{}, names.unknown(s)
}

// MustGas is [ParseGas] for literals in tests and examples; it panics where
// ParseGas fails.
func MustGas(s string) Gas { return must(ParseGas(s)) }

// AllGases yields every gas of the table in its order: species first, then
// blends.
func AllGases() iter.Seq[Gas] {
	return func(yield func(Gas) bool) {
		for i := range substances().rows[1:] {
			if !yield(Gas{uint16(i + 1)}) {
				return
			}
		}
	}
}

func (g Gas) row() *substance { return &substances().rows[g.n] }
