package drivers

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

type byAttributionJSON struct {
	Attribution Attribution `json:"attribution"`
	CO2e        ghg.CO2e    `json:"co2e"`
}

type splitPartJSON struct {
	Use       string              `json:"use"`
	FromYear  int                 `json:"fromYear"` // of the step
	ToYear    int                 `json:"toYear"`
	From      ghg.CO2e            `json:"from"`
	To        ghg.CO2e            `json:"to"`
	By        []byAttributionJSON `json:"by"`
	Effects   []partEffectJSON    `json:"effects,omitempty"`
	Remainder ghg.CO2e            `json:"remainder"`
	Why       string              `json:"why,omitempty"`
	WhyKo     string              `json:"why_ko,omitempty"` // there are no effects
}

type partEffectJSON struct {
	Factor Factor   `json:"factor"`
	CO2e   ghg.CO2e `json:"co2e"`
}

type splitJSON struct {
	From          int                 `json:"from"`
	To            int                 `json:"to"`
	EmissionsFrom ghg.CO2e            `json:"emissionsFrom"`
	EmissionsTo   ghg.CO2e            `json:"emissionsTo"`
	Change        ghg.CO2e            `json:"change"`
	By            []byAttributionJSON `json:"by"`
	Parts         []splitPartJSON     `json:"parts"`
}

func attributed(of func(Attribution) ghg.CO2e) []byAttributionJSON {
	var list []byAttributionJSON
	for a := range AllAttributions() {
		list = append(list, byAttributionJSON{a, of(a)})
	}
	return list
}

// MarshalJSON writes the change by attribution, in all and for each use and step. The zero
// Split is null.
func (s Split) MarshalJSON() ([]byte, error) {
	if s.IsZero() {
		return []byte("null"), nil
	}
	doc := splitJSON{s.From(), s.To(), s.EmissionsFrom(), s.EmissionsTo(), s.Change(), attributed(s.Of), []splitPartJSON{}}
	for _, p := range s.parts {
		j := splitPartJSON{p.use, s.years[p.step], s.years[p.step+1], p.from, p.to,
			attributed(func(a Attribution) ghg.CO2e { return p.by[a] }), nil, p.remainder, p.why.En, p.why.Ko}
		for _, e := range p.effects {
			j.Effects = append(j.Effects, partEffectJSON{e.factor, e.co2e})
		}
		doc.Parts = append(doc.Parts, j)
	}
	return json.Marshal(doc)
}

type useJSON struct {
	Use      string          `json:"use"`
	Identity Identity        `json:"identity"`
	Metric   string          `json:"metric"`
	Years    []useOfYearJSON `json:"years"`
}

type useOfYearJSON struct {
	Year      int      `json:"year"`
	Emissions ghg.CO2e `json:"emissions"`
	Ratios    []string `json:"ratios,omitempty"` // of the factors in their order
}

// MarshalJSON writes the emissions of the use with its factors by year. The zero Use is
// null.
func (u Use) MarshalJSON() ([]byte, error) {
	if u.name == "" {
		return []byte("null"), nil
	}
	doc := useJSON{u.name, u.identity, u.metric.String(), []useOfYearJSON{}}
	for _, y := range u.years {
		doc.Years = append(doc.Years, useOfYearJSON{y.year, y.emissions, y.row.texts()})
	}
	return json.Marshal(doc)
}

func (r row) texts() []string {
	var list []string
	for _, x := range r.ratios {
		list = append(list, x.String())
	}
	return list
}

type pointJSON struct {
	Year       int           `json:"year"`
	Total      string        `json:"total"`
	Categories []pointOfJSON `json:"categories"`
}

type pointOfJSON struct {
	Category string   `json:"category"`
	Product  string   `json:"product"`
	Stated   string   `json:"stated"`
	Ratios   []string `json:"ratios"` // the factors in their order
}

// MarshalJSON writes the product in each category, with what was stated and the factors.
// The zero Point is null.
func (p Point) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	doc := pointJSON{p.Year(), p.Total().String(), []pointOfJSON{}}
	for _, r := range p.rows {
		doc.Categories = append(doc.Categories, pointOfJSON{r.category, r.product.String(), r.stated.String(), r.texts()})
	}
	return json.Marshal(doc)
}
