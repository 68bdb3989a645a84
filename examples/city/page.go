package main

import (
	"cmp"
	"fmt"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// page is what is told, in one language.
type page struct {
	io.Writer
	lang words.Language
}

// say writes a line in the language of the page.
func (p page) say(en, ko string, a ...any) { fmt.Fprintf(p, words.In(p.lang, en, ko)+"\n", a...) }

// kt shows an amount in thousands of tonnes, t in tonnes.
func (p page) kt(c ghg.CO2e) string {
	return c.Format(words.In(p.lang, ghg.Kilotonne, ghg.KilotonneKo), 1)
}

func (p page) t(c ghg.CO2e) string { return c.Format(words.In(p.lang, ghg.Tonne, ghg.TonneKo), 0) }

// money is an amount of it.
func (p page) money(m strategy.Money) string { return p.name(m.String(), m.StringKo()) }

// name is a name in the language of the page, or in the one that it has.
func (p page) name(en, ko string) string {
	return words.In(p.lang, cmp.Or(en, ko), cmp.Or(ko, en))
}

// either is what a thing says of itself, word the word of a closed set.
func (p page) either(x interface {
	String() string
	Korean() string
}) string {
	return words.In(p.lang, x.String(), x.Korean())
}

// told is what the library says in the language of the page.
func (p page) told(text string) string {
	ko, _ := words.InKorean(text)
	return words.In(p.lang, text, ko)
}

func (p page) word(x interface {
	String() string
	NameKo() string
}) string {
	return words.In(p.lang, x.String(), x.NameKo())
}

// most are findings with what is worth most first: how many, and the first few that are no notes.
func (p page) most(f ghg.Findings, few int) {
	p.say("  %d findings", "  검토 의견 %d건", f.Len())
	for _, x := range f.All {
		if x.Severity != ghg.Note && few > 0 {
			p.say("  ! %s", "  ! %s", p.either(ghg.Findings{All: []ghg.Finding{x}}))
			few--
		}
	}
}

// first is the first of errors: those after it come of it, as what could not be made is
// refused where it is needed.
func first(errs ...error) error { return cmp.Or(errs...) }
