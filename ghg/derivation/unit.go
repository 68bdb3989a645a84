package derivation

import (
	"cmp"
	"slices"
	"strings"
)

// unit is a product of powers of names; a plain number has none of them.
type unit []power

// power is a name, such as "kg CH4", to the n.
type power struct {
	name string
	n    int
}

// mostNames are the names that a unit may have, and mostPower how high one may be raised.
const (
	mostNames = 20
	mostPower = 100
)

// year is no name: amounts of an account are those of a year, whether they say so or not,
// and a number of years is plain, as exponents need it.
const year = "yr"

// parseUnit reads the text of a unit. Strokes and dots part its names, and a stroke stands
// for the one name behind it: kg/head/yr. Whatever else there is belongs to the name: "TJ
// (net)", "10^6 m3" and "kg CO2" are one name each.
func parseUnit(text string) unit {
	of, per := cutUnit(text)
	out := make(unit, 0, len(of)+len(per))
	for _, name := range of {
		out = append(out, power{name, 1})
	}
	for _, name := range per {
		out = append(out, power{name, -1})
	}
	return slices.DeleteFunc(out, func(p power) bool { return p.name == year }).normal()
}

// cutUnit are the names that a unit is of, and those that it is per, as they stand.
func cutUnit(text string) (of, per []string) {
	for isPer := false; ; {
		name, rest := text, ""
		if at := strings.IndexAny(text, "/·"); at >= 0 {
			name, rest = text[:at], text[at:]
		}
		switch name = strings.TrimSpace(name); {
		case name == "" || name == "1":
		case isPer:
			per = append(per, name)
		default:
			of = append(of, name)
		}
		if rest == "" {
			return of, per
		}
		if isPer = rest[0] == '/'; isPer {
			text = rest[1:]
		} else {
			text = rest[len("·"):]
		}
	}
}

// Per is the unit of an amount in one unit for each of another, without what is in both:
// tCO2e/MWh, and MJ/kWh of MJ/m3 and kWh/m3. Of MWh and MWh it is MWh/MWh, a plain number.
func Per(of, by string) string {
	if of == by && of != "" && !strings.ContainsAny(of, "/·") {
		return of + "/" + by
	}
	num, below := cutUnit(of)
	names, above := cutUnit(by)
	num, den := append(num, above...), append(below, names...)
	for i := 0; i < len(num); {
		if at := slices.Index(den, num[i]); at >= 0 {
			num, den = slices.Delete(num, i, i+1), slices.Delete(den, at, at+1)
			continue
		}
		i++
	}
	text := strings.Join(num, "·")
	for _, d := range den {
		text += "/" + d
	}
	return text
}

// normal is the unit with each name once, in their order.
func (u unit) normal() unit {
	slices.SortFunc(u, func(a, b power) int { return cmp.Compare(a.name, b.name) })
	out := u[:0]
	for _, p := range u {
		if last := len(out) - 1; last >= 0 && out[last].name == p.name {
			out[last].n += p.n
		} else {
			out = append(out, p)
		}
	}
	return slices.DeleteFunc(out, func(p power) bool { return p.n == 0 })
}

func (u unit) equal(v unit) bool { return slices.Equal(u, v) }

// isBounded reports whether a unit is of no more names, and no higher powers, than one may be.
func (u unit) isBounded() bool {
	for _, p := range u {
		if p.n > mostPower || p.n < -mostPower {
			return false
		}
	}
	return len(u) <= mostNames
}

// times is u × v^n.
func (u unit) times(v unit, n int) unit {
	if len(v) == 0 {
		return u
	}
	out := slices.Clone(u)
	for _, p := range v {
		out = append(out, power{p.name, p.n * n})
	}
	return out.normal()
}

// root is the unit whose n-th power it is, if there is one.
func (u unit) root(n int) (unit, bool) {
	out := slices.Clone(u)
	for i := range out {
		if n == 0 || out[i].n%n != 0 {
			return nil, false
		}
		out[i].n /= n
	}
	return out, true
}

// String is the unit as it is written: "kg·km/h"; "1" for a plain number.
func (u unit) String() string {
	var b strings.Builder
	write := func(sign string, p power, times int) {
		for range times {
			if b.Len() > 0 || sign == "/" {
				b.WriteString(sign)
			}
			b.WriteString(p.name)
		}
	}
	for _, p := range u {
		write("·", p, p.n)
	}
	if b.Len() == 0 {
		b.WriteString("1")
	}
	for _, p := range u {
		write("/", p, -p.n)
	}
	return b.String()
}
