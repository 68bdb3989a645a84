package carveout

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// TradingScheme is an emission-trading scheme and the scopes of a site's
// emissions that it covers. It is immutable. The zero TradingScheme covers
// nothing, and is refused where one is needed.
type TradingScheme struct{ def *tradingScheme }

type tradingScheme struct {
	name, source string
	scopes       []ghg.Scope
}

// The published schemes: Korea's covers direct emissions and the use of
// electricity and heat, the European Union's direct emissions only.
var (
	KETS = TradingScheme{&tradingScheme{"K-ETS", "Framework Act on Carbon Neutrality and Green Growth (Korea), Article 2",
		[]ghg.Scope{ghg.Scope1, ghg.Scope2}}}
	EUETS = TradingScheme{&tradingScheme{"EU ETS", "Directive 2003/87/EC, Article 3(b)", []ghg.Scope{ghg.Scope1}}}
)

// NewTradingScheme makes a scheme of its name, the document that says what it
// covers, and the scopes: scope 1 is what a site emits, scope 2 the electricity
// and heat that it buys. No other scope is covered by a trading scheme. What does
// not stand is in the error, as [ghg.Faults].
func NewTradingScheme(name, source string, scopes ...ghg.Scope) (TradingScheme, error) {
	var faults ghg.Faults
	of := "trading scheme " + words.Quote(name)
	if name == "" || len(name) > ghg.MaxName {
		faults.Refuse(of, "name", name, fmt.Sprintf("a name of at most %d bytes is needed", ghg.MaxName))
	}
	if source == "" {
		faults.Refuse(of, "source", "", "name the document that says what it covers")
	}
	scopes = slices.Clone(scopes)
	slices.Sort(scopes)
	const allowed = "scope 1, direct emissions, and scope 2, purchased energy, each once"
	if len(scopes) == 0 {
		faults.Refuse(of, "scopes", "", "name what it covers: "+allowed)
	}
	for i, s := range scopes {
		if !direct(s) && !purchased(s) || i > 0 && scopes[i-1] == s {
			faults.Refuse(of, "scopes", s.String(), "allowed are "+allowed)
		}
	}
	if err := faults.Err(); err != nil {
		return TradingScheme{}, err
	}
	return TradingScheme{&tradingScheme{name, source, scopes}}, nil
}

func direct(s ghg.Scope) bool    { return s == ghg.Scope1 }
func purchased(s ghg.Scope) bool { return s == ghg.Scope2 }

// Name is the scheme's name: "K-ETS".
func (t TradingScheme) Name() string { return t.definition().name }

// Source is the document that says what the scheme covers.
func (t TradingScheme) Source() string { return t.definition().source }

// Covers reports whether the scheme covers emissions of the scope.
func (t TradingScheme) Covers(s ghg.Scope) bool { return slices.Contains(t.definition().scopes, s) }

// IsZero reports whether there is no scheme.
func (t TradingScheme) IsZero() bool { return t.def == nil }

// String is the scheme with what it covers: "K-ETS (scope 1, scope 2)".
func (t TradingScheme) String() string {
	if t.IsZero() {
		return "no trading scheme"
	}
	return t.def.name + " (" + scopeList(t.def.scopes) + ")"
}

func (t TradingScheme) definition() tradingScheme {
	if t.def == nil {
		return tradingScheme{}
	}
	return *t.def
}

func scopeList(scopes []ghg.Scope) string {
	var out []string
	for _, s := range scopes {
		out = append(out, s.String())
	}
	return strings.Join(out, ", ")
}
