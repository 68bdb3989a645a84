package main

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
)

// cut says what a cut leaves of its base; a printed level, if there is one, is held
// against it.
func cut(r *release, s statement) (answer, error) {
	f, err := r.some(s, "base", "cut")
	if err != nil {
		return answer{}, err
	}
	unit, of, err := ghg.ParseMassUnit(f[0].Unit) // of CO2e, or of CO2 alone
	if err != nil {
		return answer{}, err
	}
	base, err := ghg.ParseFigure(f[0].Value, unit)
	if err != nil {
		return answer{}, err
	}
	alone := ""
	if !of.CO2e {
		alone = " " + of.Gas.String()
	}
	share, err := f[1].Share()
	if err != nil {
		return answer{}, err
	}
	left, err := base.Mass().Scale(share.Complement().Fraction())
	if err != nil {
		return answer{}, err
	}
	return answer{verdict: asPublished, by: text{"base × (1 − cut)", "기준 × (1 − 감축률)"}, figure: text{printed(f[1]).en + " of " +
		printed(f[0]).en, printed(f[0]).ko + "의 " +
		printed(f[1]).ko}, detail: text{"it leaves " + left.In(ghg.Megatonne).String() + " Mt" + alone,
		left.In(ghg.ManTonneKo).String() + "만톤" + alone + "이 남음"},
		sources: sourcesOf(f)}, nil
}

// beyond holds the cut of a place against that of its nation, on each basis that the
// nation publishes: cut, national cut, its base, its base on the basis of its level, its
// level.
func beyond(r *release, s statement) (answer, error) {
	f, err := r.some(s, "cut", "national cut", "national base", "national base on the basis of the level", "national level")
	if err != nil {
		return answer{}, err
	}
	own, err := f[0].Share()
	if err != nil {
		return answer{}, err
	}
	first, second := ghg.MustDeclaredView("gross", f[2].Source), ghg.MustDeclaredView("net", f[4].Source)
	amounts := make([]claim.Amount, 3)
	for i, view := range []ghg.View{first, second, second} {
		if amounts[i], err = amount(f[2+i]); err != nil {
			return answer{}, err
		}
		amounts[i].View = view
	}
	stated, err := claim.ParsePercentFigure(f[1].Value)
	if err != nil {
		return answer{}, err
	}
	c, err := claim.Claim{Name: s.says.en, Base: amounts[0], Level: amounts[2], OtherBases: amounts[1:2], Cut: stated,
		Follows: claim.AmountsFollow}.Check()
	if err != nil {
		return answer{}, err
	}
	if len(c.OneBasis) == 0 {
		return answer{}, ghg.Refusal("check beyond", "figures", strings.Join(s.figures, " "), "they give the nation's cut on no single basis")
	}
	net := c.OneBasis[0].Cut
	onNet, _ := net.Value()
	v := cannotTell
	if own.Fraction().GreaterThan(stated.Fraction()) && own.Fraction().GreaterThan(onNet) {
		v = reproduces
	} else if !own.Fraction().GreaterThan(stated.Fraction()) && !own.Fraction().GreaterThan(onNet) {
		v = contradicted
	}
	pair := fmt.Sprintf("%s / %s", stated, net.Percent(2))
	levels := func(in func(text) string) string {
		return fmt.Sprintf("%s / %s → %s", in(printed(f[2])), in(printed(f[3])), in(printed(f[4])))
	}
	return answer{verdict: v, by: text{"target/claim, cut on one basis", "target/claim, 같은 기준의 감축률"}, figure: text{printed(f[0]).en +
		" and " + printed(f[1]).en,
		printed(f[0]).ko + ", " + printed(f[1]).ko}, sources: sourcesOf(f),
		detail: text{"the nation's cut is " + pair + ": of net against gross emissions / of net against net (" +
			levels(func(t text) string { return t.en }) + ")",
			"국가 감축률은 " + pair + " (순배출량 대 총배출량 / 순배출량 대 순배출량: " +
				levels(func(t text) string { return t.ko }) + ")"}}, nil
}
