package carveout

import (
	"cmp"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of the findings on sites and their records.
const (
	// FindingNoRecord: a covered site has no record of a scope that the scheme covers,
	// so its emissions stand in other lines and stay in the managed total.
	FindingNoRecord = "site-without-record"
	// FindingNoNumber: it has records, and none with a number, nor NO.
	FindingNoNumber = "site-without-number"
)

var told = struct{ never, none, noRecord, noNumber, notCovered, notHeld words.Term }{
	notCovered: words.Term{En: "%s does not cover %s", Ko: "%s 관리 대상이 아닌 %s"},
	notHeld:    words.Term{En: "the citywide total does not hold it", Ko: "전체 배출량에 들어 있지 않음"},
	never: words.Term{En: "the scheme covers it in %s, and no record is of it: what it emits stays in the managed total",
		Ko: "%s년 할당대상이나 이 시설의 배출량 기록이 전혀 없음: 배출량이 관리권한 배출량에 남음"},
	none: words.Term{En: "no record is of it; the scheme covers it in none of the years of the records",
		Ko: "이 시설의 배출량 기록이 없음: 기록이 있는 연도에는 할당대상이 아님"},
	noRecord: words.Term{En: "it is covered in %d and has no record of %s: if it emits any, it stays in the managed total",
		Ko: "%d년 할당대상이나 %s 배출량 기록이 없음: 배출이 있다면 관리권한 배출량에 남음"},
	noNumber: words.Term{En: "it is covered in %d, and its records of %s have no number: " +
		"what it emits is not known, and nothing is subtracted",
		Ko: "%d년 할당대상이나 %s 기록에 수치가 없음: 배출량을 알 수 없어 빼지 않음"},
}

// scopeTerm is a scope that a trading scheme may cover, in both languages.
func scopeTerm(s ghg.Scope) words.Term {
	return words.Term{En: s.String(), Ko: cmp.Or(map[ghg.Scope]string{ghg.Scope1: "직접(스코프 1)", ghg.Scope2: "간접(스코프 2)"}[s], s.String())}
}

// toldOf is what records tell of the sites of a register.
type toldOf struct {
	r     Register
	years []int
	any   map[string]bool // of each facility that has a record
	sites map[siteScope]bool
}

// siteScope is a site in a year and scope; toldOf.sites has those with a record, and
// whether one of them has a number.
type siteScope struct {
	facility int
	year     int
	scope    ghg.Scope
}

func newTold(r Register) *toldOf {
	return &toldOf{r: r, any: map[string]bool{}, sites: map[siteScope]bool{}}
}

// year takes a year that has records.
func (t *toldOf) year(y int) {
	if i, known := slices.BinarySearch(t.years, y); !known {
		t.years = slices.Insert(t.years, i, y)
	}
}

// see takes a record of a facility. NO is a number: it says that there is nothing.
func (t *toldOf) see(facility int, rec *ghg.Record, scope ghg.Scope) {
	t.any[rec.Facility] = true
	at := siteScope{facility, rec.Period.Year(), scope}
	t.sites[at] = t.sites[at] || rec.Value.IsNumber() || rec.Value.Key() == ghg.NO
}

// missing adds what sites lack.
func (t *toldOf) missing(findings *ghg.Findings) {
	add := func(code string, s ghg.Severity, f Facility, term words.Term, values ...any) {
		findings.Add(ghg.Finding{Code: code, Severity: s, Of: "facility " + words.Quote(f.ID), Stated: f.ID}.Said(term, values...))
	}
	d := t.r.definition()
	for i, f := range d.Facilities {
		if t.any[f.ID] || t.r.def.rows[f.ID][0] != i {
			continue
		}
		covered := func(y int) bool {
			n, _ := t.r.def.at(f.ID, y)
			return d.Facilities[n].Covered(y)
		}
		if years := slices.DeleteFunc(slices.Clone(t.years), func(y int) bool { return !covered(y) }); len(years) > 0 {
			add(FindingNoRecord, ghg.Serious, f, told.never, words.Spans(years))
		} else {
			add(FindingNoRecord, ghg.Note, f, told.none)
		}
	}
	for _, year := range t.years {
		for i, f := range d.Facilities {
			for _, s := range d.Trading.definition().scopes {
				if !t.any[f.ID] || !f.Covered(year) {
					continue
				}
				number, recorded := t.sites[siteScope{i, year, s}]
				switch {
				case !recorded:
					add(FindingNoRecord, ghg.Serious, f, told.noRecord, year, scopeTerm(s))
				case !number:
					add(FindingNoNumber, ghg.Serious, f, told.noNumber, year, scopeTerm(s))
				}
			}
		}
	}
}
