package series

import (
	"slices"
	"strconv"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// line is the figures of one source, or of all, by year.
type line struct {
	of     string
	points []point // by year
	old    *line   // that another series has of the same, for splicing
	spread *spread // of an overlap, where it was looked at
}

// point is the figure of one year, or the key that stands in its place.
type point struct {
	year   int
	tonnes decimal.Decimal
	status ghg.Status
	source string
	key    ghg.Key // where there is no figure, or not all of it
}

// lineOf is a series of totals as a line.
func lineOf(y ghg.Yearly) *line {
	l := &line{of: string(y.Place())}
	for f := range y.All() {
		l.points = append(l.points, point{year: f.Year, tonnes: f.CO2e.Tonnes(), status: f.Status, source: f.Source})
	}
	return l
}

// periodOf is the twelve months that begin in a year, as others do in theirs.
func periodOf(year int, like ghg.Period) ghg.Period {
	s := like.Start()
	first := time.Date(year, s.Month, s.Day, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(1, 0, -1)
	p, _ := ghg.NewPeriod(ghg.Date{Year: first.Year(), Month: first.Month(), Day: first.Day()},
		ghg.Date{Year: last.Year(), Month: last.Month(), Day: last.Day()}) // a period of no valid year is refused with its figure
	return p
}

// at finds a year.
func (l *line) at(year int) (int, bool) {
	return slices.BinarySearchFunc(l.points, year, func(p point, year int) int { return p.year - year })
}

// need is the figure of a year.
func (l *line) need(year int) (point, error) {
	i, ok := l.at(year)
	if !ok {
		return point{}, l.none(year, "a method takes figures that are there; another year or method may do")
	}
	return l.points[i], l.points[i].stands(l.of)
}

// none says that there is no figure for a year.
func (l *line) none(year int, remedy string) error {
	e := &ghg.NoFigureError{Of: l.of, Year: year, Remedy: remedy}
	for _, p := range l.points {
		if p.key == ghg.KeyNone {
			e.Have = append(e.Have, p.year)
		}
	}
	return e
}

// stands refuses a key as a figure.
func (p point) stands(of string) error {
	if p.key != ghg.KeyNone {
		return &KeyError{Of: of, Year: p.year, Key: p.key}
	}
	return nil
}

// last is the last year with a figure.
func (l *line) last() (int, bool) {
	for _, p := range slices.Backward(l.points) {
		if p.key == ghg.KeyNone {
			return p.year, true
		}
	}
	return 0, false
}

// KeyError says that a notation key stands where a figure is needed. It is a status, and
// no number to interpolate from: what does not occur (NO) leads to nothing.
type KeyError struct {
	Of   string
	Year int
	Key  ghg.Key
}

func (e *KeyError) Error() string {
	return e.Of + ": " + e.Key.String() + " in " + strconv.Itoa(e.Year) + ": a key is no figure, and nothing comes of it"
}

// Korean is the error in Korean.
func (e *KeyError) Korean() string {
	return e.Of + ": " + strconv.Itoa(e.Year) + "년은 " + e.Key.String() + "입니다: 표기기호는 수치가 아니므로 채우는 데 쓰지 않습니다"
}
