package main

import (
	"cmp"
	"fmt"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

type page struct {
	io.Writer
	lang words.Language
}

func (p page) say(en, ko string, a ...any) { fmt.Fprintf(p, words.In(p.lang, en, ko)+"\n", a...) }

func (p page) kt(c ghg.CO2e) string {
	return p.name(c.Format(ghg.Kilotonne, 1), c.InKorean(ghg.KilotonneKo, 1))
}
func (p page) t(c ghg.CO2e) string { return p.name(c.Format(ghg.Tonne, 0), c.InKorean(ghg.TonneKo, 0)) }

func (p page) money(m strategy.Money) string { return p.name(m.Shown().En, m.Shown().Ko) }

// name is in the language of the page, or in the one that there is.
func (p page) name(en, ko string) string { return words.In(p.lang, cmp.Or(en, ko), cmp.Or(ko, en)) }

func (p page) either(x interface {
	String() string
	Korean() string
}) string {
	return words.In(p.lang, x.String(), x.Korean())
}

// most are findings with what is worth most first: how many, and the first few that are no notes.
func (p page) most(f ghg.Findings, few int) {
	p.say("  findings: %d", "  검토 의견 %d건", f.Len())
	for _, x := range f.All {
		if x.Severity != ghg.Note && few > 0 {
			p.say("  ! %s", "  ! %s", p.either(ghg.Findings{All: []ghg.Finding{x}}))
			few--
		}
	}
}

// first is the first of errors: those after it come of it.
func first(errs ...error) error { return cmp.Or(errs...) }
