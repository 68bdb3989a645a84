package managed

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
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
	KETS  = TradingScheme{&tradingScheme{"K-ETS", "Framework Act on Carbon Neutrality and Green Growth (Korea), Article 2", []ghg.Scope{ghg.Scope1, ghg.Scope2}}}
	EUETS = TradingScheme{&tradingScheme{"EU ETS", "Directive 2003/87/EC, Article 3(b)", []ghg.Scope{ghg.Scope1}}}
)

// NewTradingScheme makes a scheme of its name, the document that says what it
// covers, and the scopes: scope 1 is what a site emits, scope 2 the electricity
// and heat that it buys. No other scope is covered by a trading scheme.
func NewTradingScheme(name, source string, scopes ...ghg.Scope) (TradingScheme, error) {
	if name == "" || source == "" || len(name) > ghg.MaxName || len(scopes) == 0 || len(scopes) > 2 {
		return TradingScheme{}, fmt.Errorf("trading scheme %.60q: a name of at most %d bytes, a source and the scopes that it covers (1, 2 or both) are needed", name, ghg.MaxName)
	}
	scopes = slices.Clone(scopes)
	slices.Sort(scopes)
	for i, s := range scopes {
		if !direct(s) && !purchased(s) || i > 0 && scopes[i-1] == s {
			return TradingScheme{}, fmt.Errorf("trading scheme %.60q: %s: allowed are scope 1, direct emissions, and scope 2, purchased energy, each once", name, s)
		}
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
