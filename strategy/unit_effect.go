package strategy

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// UnitEffect is what one of what is counted changes on one source in a year (단위효과):
// its activity, and what that emits. Make one that cuts a share of the source with
// [WholeSource], and one of a fixed amount with [FixedSaving].
type UnitEffect struct {
	On          EmissionSource `json:"on"`
	Interaction Interaction    `json:"interaction,omitempty"`
	// Saves is by how much the activity of the source is lower: 1290.5 kWh. Below 0 it is
	// higher: an electric car has -2000 kWh on electricity.
	Saves   ghg.Quantity `json:"saves"`
	Factors ghg.Factors  `json:"factors,omitzero"`
	// Of says which of the factors counts. It is needed where they differ by year.
	Of     FactorOf `json:"of,omitzero"`
	Source string   `json:"source,omitempty"` // document; "" where it is that of the quantification
	whole  bool
}

// WholeSource is the effect of what is counted as a share of the source: 48 % of the
// landfill gas is collected. The quantities are fractions, 0.48, and have no unit.
func WholeSource(on EmissionSource, i Interaction) UnitEffect {
	return UnitEffect{On: on, Interaction: i, whole: true}
}

// IsWhole reports whether the quantities are shares of what the source emits.
func (u UnitEffect) IsWhole() bool { return u.whole }

// FixedSaving is the effect of one that saves an amount a year, whatever the year: a
// deemed figure of a document (간주값). Per is the unit of what is counted.
func FixedSaving(on EmissionSource, i Interaction, of string, per ghg.Unit, amount ghg.CO2e, source string) (UnitEffect, error) {
	one, err := ghg.NewQuantity(full, per)
	if err != nil {
		return UnitEffect{}, err
	}
	saves := amount
	if amount.Sign() < 0 { // a factor is not below 0, what is saved may be
		one, saves = one.Neg(), amount.Neg()
	}
	f, err := ghg.NewFactors(ghg.FactorsDefinition{Of: of, Source: source, Per: per, Years: []ghg.Factor{{CO2e: saves}}})
	if err != nil {
		return UnitEffect{}, err
	}
	return UnitEffect{On: on, Interaction: i, Saves: one, Factors: f, Source: source}, nil
}

// refuse adds what does not stand.
func (u UnitEffect) refuse(faults *ghg.Faults, of string) {
	if u.On == (EmissionSource{}) {
		faults.Refuse(of, "source", "", "name what it acts on: a category, or an end use in words")
	}
	if !u.Interaction.Valid() {
		faults.Refuse(of, "interaction", u.Interaction.String(), "no such interaction")
	}
	if u.whole {
		if !u.Saves.IsUnset() || !u.Factors.IsZero() || u.Of != (FactorOf{}) {
			faults.Refuse(of, "saves", u.Saves.String(), "a share of the whole source takes no activity and no factors")
		}
		return
	}
	if u.Saves.IsUnset() {
		faults.Refuse(of, "saves", "", "say what one saves a year, such as 1290.5 kWh")
	}
	if u.Factors.IsZero() {
		faults.Refuse(of, "factors", "", ghg.ErrNoFactors.Error())
		return
	}
	if u.Factors.Metric().IsZero() {
		faults.Refuse(of, "factors", u.Factors.Of(), ghg.ErrFactorsByGas.Error())
	}
	if u.Of == (FactorOf{}) && !u.constant() {
		faults.Refuse(of, "factor of", "", "the factors differ by year: say which counts, such as strategy.OfYear")
	}
	if u.Of.rule == frozenAt {
		faults.RefuseYear(of, "factor of", u.Of.year)
	}
}

// constant reports whether one factor holds in all years.
func (u UnitEffect) constant() bool {
	for f := range u.Factors.All() {
		return f.Year == 0
	}
	return false
}

// FactorOf says which factor of a series counts: that of the year, of the year in which
// the one that saves was installed, or of one year for all. The zero FactorOf is none.
type FactorOf struct {
	rule factorRule
	year int
}

type factorRule uint8

const (
	ofYear factorRule = iota + 1
	ofInstallation
	frozenAt
)

// The factor moves with the years: as the grid gets cleaner, a kilowatt-hour saves
// less. Or it stays that of the year of installation: a car replaces the new car of
// its own year. That is only for what is new in a year.
var (
	OfYear         = FactorOf{rule: ofYear}
	OfInstallation = FactorOf{rule: ofInstallation}
)

// FrozenAt is the factor of one year, held for all.
func FrozenAt(year int) FactorOf { return FactorOf{frozenAt, year} }

// factorRules are the names in English and Korean (own words).
var factorRules = []words.Term{
	{En: "no year", Ko: "연도 미기재"},
	ofYear:         {En: "of each year", Ko: "해당연도"},
	ofInstallation: {En: "of the year of installation", Ko: "설치연도"},
	frozenAt:       {En: "of %d", Ko: "%d년 고정"},
}

// String is the rule in words: "of each year", "of 2023".
func (f FactorOf) String() string { return f.in(factorRules[f.rule].En) }

// MarshalText writes what String says.
func (f FactorOf) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what [ParseFactorOf] does.
func (f *FactorOf) UnmarshalText(text []byte) error {
	read, err := ParseFactorOf(string(text))
	if err == nil {
		*f = read
	}
	return err
}

// Korean is the rule in Korean.
func (f FactorOf) Korean() string { return f.in(factorRules[f.rule].Ko) }

func (f FactorOf) in(text string) string {
	if f.rule == frozenAt {
		return fmt.Sprintf(text, f.year)
	}
	return text
}

// ParseFactorOf reads a rule as String and Korean write it, or the year of a frozen
// factor alone: "of each year", "설치연도", "2023", "2023년 고정". Any other text is a
// [*ghg.UnknownError].
func ParseFactorOf(s string) (FactorOf, error) {
	folded := words.Fold(s)
	for rule, t := range factorRules {
		if factorRule(rule) != frozenAt && (folded == words.Fold(t.En) || folded == words.Fold(t.Ko)) {
			return FactorOf{rule: factorRule(rule)}, nil
		}
	}
	text := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(folded, "of"), "고정"), "년")
	year, err := strconv.Atoi(text)
	if err != nil || ghg.CheckYear("", year) != nil {
		return FactorOf{}, &ghg.UnknownError{What: "year of the factor", ID: s,
			Advice: "write of each year (해당연도), of the year of installation (설치연도), or the year of the factor that holds for all, as 2023"}
	}
	return FrozenAt(year), nil
}
