package sink

import (
	"cmp"
	"errors"
	"fmt"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Stand is how one kind of planting grows and survives, such as a species (수종).
type Stand struct {
	Name     string   `json:"name"`
	Growth   Growth   `json:"growth"`
	Survival Survival `json:"survival"`
}

var standColumns = []ghg.CSVColumn{
	{Name: "stand", Aliases: []string{"수종", "식재유형"}, Required: true},
	{Name: "per", Aliases: []string{"식재단위"}, Required: true},
	{Name: "age", Aliases: []string{"나이", "수령", "경과연수"}, Required: true},
	{Name: "uptake", Aliases: []string{"흡수량", "연간흡수량"}, Required: true},
	{Name: "unit", Aliases: []string{"단위", "흡수단위"}, Required: true},
	{Name: "metric", Aliases: []string{"지구온난화지수", "GWP"}},
	{Name: "alive", Aliases: []string{"생존율"}},
	{Name: "source", Aliases: []string{"출처"}},
}

var perWords = words.NewSet(Tree, []string{"tree", "hectare"}, map[string]Unit{
	"trees": Tree, "그루": Tree, "본": Tree, "주": Tree, "ha": Hectare, "헥타르": Hectare})

// standLines are the lines of one kind of planting.
type standLines struct {
	name, source string
	first        int // line
	per          Unit
	uptakes      map[int]ghg.CO2e
	alive        map[int]ghg.Share
	isFaulty     bool
}

// ReadStands reads how plantings grow and survive, one line an age: stand (수종), per
// (식재단위: tree or hectare, 그루 or ha), age (나이), what one takes up in the year of that
// age: uptake (흡수량), unit (단위) and, where lines differ, metric; alive (생존율), the share
// that is alive from that age on, where it changes; and source (출처). What holds at ages
// between is an argument, as in [ByAge].
//
// A line that cannot be used is a fault, and its kind is not given; one that names none may
// be of any kind, and then none is given.
func ReadStands(r io.Reader, f ghg.CSVFormat, metric ghg.Metric, between Between) ([]Stand, ghg.Report, error) {
	var all []*standLines
	ofNone := false
	index := map[string]*standLines{}
	report, err := ghg.ReadCSVRows(r, f, standColumns, func(row ghg.CSVRow) {
		name := row.ID("stand")
		if ofNone = ofNone || name == ""; name == "" {
			return
		}
		s := index[name]
		if s == nil {
			s = &standLines{name: name, first: row.Line(), uptakes: map[int]ghg.CO2e{}, alive: map[int]ghg.Share{}}
			index[name], all = s, append(all, s)
		}
		s.read(row, metric)
		s.isFaulty = s.isFaulty || row.IsFaulty()
	})
	if err != nil || ofNone {
		return nil, report, err
	}
	var out []Stand
	for _, s := range all {
		if s.isFaulty {
			continue
		}
		growth, err1 := ByAge(s.per, s.uptakes, between, s.source)
		survival, err2 := NewSurvival(s.alive, s.source)
		if err := errors.Join(err1, err2); err != nil {
			report.Faults.Add(ghg.Fault{Code: ghg.FaultField, Line: s.first, Field: "stand", Value: s.name, Detail: err.Error()})
			continue
		}
		out = append(out, Stand{s.name, growth, survival})
	}
	return out, report, nil
}

// read takes a line of the kind.
func (s *standLines) read(row ghg.CSVRow, metric ghg.Metric) {
	row.Need("per")
	per := ghg.CSVWord(row, ghg.FaultField, "per", perWords)
	if s.per = cmp.Or(s.per, per); per != s.per {
		row.Refuse(ghg.FaultMismatch, "per", fmt.Errorf("%s before: a kind of planting has one", s.per))
	}
	s.source = cmp.Or(s.source, row.Text("source"))
	row.Need("age")
	n, ok := row.Number("age")
	if !ok {
		return
	}
	if !n.IsInteger() || n.Sign() < 0 || n.BigInt().BitLen() > 16 {
		row.Refuse(ghg.FaultNumber, "age", errors.New("write years since planting, 0 for the year of planting"))
		return
	}
	age := int(n.IntPart())
	if _, twice := s.uptakes[age]; twice {
		row.Refuse(ghg.FaultField, "age", errors.New("it is given twice"))
	}
	row.Need("uptake")
	s.uptakes[age], _ = row.CO2e("uptake", "unit", "metric", metric)
	if row.Text("alive") != "" {
		s.alive[age] = row.Share("alive")
	}
}

var plantingColumns = []ghg.CSVColumn{
	{Name: "name", Aliases: []string{"조성지", "식재지", "사업지"}, Required: true},
	{Name: "year", Aliases: []string{"식재연도", "조성연도"}, Required: true},
	{Name: "planted", Aliases: []string{"식재량", "수량", "면적"}, Required: true},
	{Name: "stand", Aliases: []string{"수종", "식재유형"}, Required: true},
	{Name: "source", Aliases: []string{"출처"}},
}

// ReadPlantings reads what is planted, one line a place and year: name (조성지), year
// (식재연도), planted (식재량, 면적: trees or hectares, as the stand has them), stand (수종) and
// source (출처). It returns the definition with them as cohorts after those it has.
//
// A line that cannot be used is a fault, and the definition is given back as it was: what
// takes up less than was planted would not be seen.
func ReadPlantings(r io.Reader, f ghg.CSVFormat, d Definition, stands []Stand) (Definition, ghg.Report, error) {
	cohorts := d.Cohorts[:len(d.Cohorts):len(d.Cohorts)]
	known, names := map[string]Stand{}, make([]string, 0, len(stands))
	for _, s := range stands {
		known[s.Name], names = s, append(names, s.Name)
	}
	report, err := ghg.ReadCSVRows(r, f, plantingColumns, func(row ghg.CSVRow) {
		c := Cohort{Name: row.ID("name"), Source: row.Text("source")}
		if row.Need("year") != "" {
			c.Year = row.Year("year")
		}
		row.Need("planted")
		c.Planted, _ = row.Number("planted")
		name := row.Need("stand")
		c.Growth, c.Survival = known[name].Growth, known[name].Survival
		if c.Growth.def == nil && name != "" {
			row.Refuse(ghg.FaultField, "stand", &ghg.UnknownError{What: "stand", ID: name, Allowed: names})
		}
		cohorts = append(cohorts, c)
	})
	if err != nil || report.Faults.Len() > 0 {
		return d, report, err
	}
	d.Cohorts = cohorts
	return d, report, nil
}
