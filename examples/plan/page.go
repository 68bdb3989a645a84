package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
)

// page is the report being written, in one of two languages. The first error
// ends it.
type page struct {
	strings.Builder
	korean bool
	err    error
}

// report writes the whole report.
func report(korean bool) (string, error) {
	p := &page{korean: korean}
	p.say("DAEGU'S PLAN, ADDED UP\nfrom its published figures\n", "대구광역시 계획의 합산\n공표된 수치로 계산\n")
	for _, section := range []func(){p.areas, p.landfill, p.trading, p.citizens, p.gap, p.whatIf} {
		section()
		if p.err != nil {
			return "", p.err
		}
	}
	return p.String(), nil
}

// say writes a line in the report's language.
func (p *page) say(english, korean string, args ...any) {
	text := english
	if p.korean {
		text = korean
	}
	fmt.Fprintf(p, text+"\n", args...)
}

// word is one of two words.
func (p *page) word(english, korean string) string {
	if p.korean {
		return korean
	}
	return english
}

// told is what the library says in the report's language.
func (p *page) told(text string) string {
	if p.korean {
		text, _ = words.InKorean(text)
	}
	return text
}

// keep remembers what went wrong first.
func (p *page) keep(errs ...error) bool {
	if p.err == nil {
		p.err = errors.Join(errs...)
	}
	return p.err == nil
}

// got is a value that must be there.
func got[T any](p *page) func(T, error) T {
	return func(v T, err error) T {
		p.keep(err)
		return v
	}
}

// figure is a published figure.
func (p *page) figure(id string) daegu.Figure {
	f, ok := daegu.FigureNamed(id)
	if !ok {
		p.keep(fmt.Errorf("no published figure %q", id))
	}
	return f
}

func (p *page) co2e(id string) ghg.CO2e        { return got[ghg.CO2e](p)(p.figure(id).CO2e()) }
func (p *page) share(id string) ghg.Share      { return got[ghg.Share](p)(p.figure(id).Share()) }
func (p *page) money(id string) strategy.Money { return got[strategy.Money](p)(p.figure(id).Money()) }

// amount prints an amount in kilotonnes, or in 만톤 as Korean readers count.
func (p *page) amount(c ghg.CO2e) string {
	if p.korean {
		return c.In(ghg.ManTonneKo).Round(4).String() + "만톤"
	}
	return c.In(ghg.Kilotonne).Round(3).String() + " kt"
}

// amounts prints amounts that add up, and their sum.
func (p *page) amounts(parts ...ghg.CO2e) (texts []string, sum string) {
	unit, places, name := ghg.Kilotonne, int32(3), " kt"
	if p.korean {
		unit, places, name = ghg.ManTonneKo, 4, "만톤"
	}
	list := got[ghg.ShownList](p)(ghg.ShowList(unit, places, parts...))
	for _, part := range list.Parts() {
		texts = append(texts, part.Amount().String()+name)
	}
	return texts, list.Total().Amount().String() + name
}

// won prints money in billions, or in 억 원.
func (p *page) won(m strategy.Money) string {
	if p.korean {
		return m.Amount().Shift(-8).String() + "억 원"
	}
	return "KRW " + m.Amount().Shift(-9).String() + " bn"
}

// sources names where figures come from.
func (p *page) sources(ids ...string) {
	seen := map[string]bool{}
	for _, id := range ids {
		if source := p.figure(id).Source; !seen[source] {
			seen[source] = true
			fmt.Fprintf(p, "   [%s]\n", source)
		}
	}
}
