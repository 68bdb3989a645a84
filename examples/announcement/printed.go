package main

import (
	"strings"

	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy/daegu"
)

// unitsKo are the units of figures as Korean readers count, each with the power of ten
// that it takes off.
var unitsKo = map[string]struct {
	shift int32
	name  string
}{
	"Mt CO2e": {-2, "만톤"}, "Mt CO2": {-2, "만톤 CO2"}, "kt CO2e": {1, "만톤"}, "t CO2e": {0, "톤"}, "kg CO2e": {0, "kg"}, "%": {0, "%"},
	"KRW bn": {-1, "억 원"}, "KRW tn": {0, "조 원"}, "members": {0, "개 지방정부"}, "people": {0, "명"}, "years": {0, "년 연속"}, "tasks": {0, "개 과제"},
	"points": {0, "점"}, "governments": {0, "개 시·도"}, "households": {0, "가구"}, "year": {0, "년"}, "million m3": {-2, "만 m3"}, "m3": {0, " m3"},
	"GW": {0, " GW"}, "MW": {0, " MW"}, "kWh": {0, " kWh"},
}

// printed is a figure as its readers know it.
func printed(f daegu.Figure) text {
	en := words.Grouped(f.Value) + " " + f.Unit
	switch {
	case f.Unit == "%":
		en = f.Value + "%"
	case f.Unit == "year":
		en = f.Value
	case f.Unit == "years":
		en = f.Value + " years in a row"
	case strings.HasPrefix(f.Unit, "KRW "):
		en = "KRW " + f.Value + strings.TrimPrefix(f.Unit, "KRW")
	}
	n, err := f.Number()
	ko, ok := unitsKo[f.Unit]
	if err != nil || !ok {
		return text{en, en}
	}
	number := f.Value
	if ko.shift != 0 {
		number = n.Shift(-ko.shift).String()
	}
	if f.Unit != "year" {
		number = words.Grouped(number)
	}
	return text{en, number + ko.name}
}

// listed are several figures.
func listed(figures []daegu.Figure) text {
	var en, ko []string
	for _, f := range figures {
		en, ko = append(en, printed(f).en), append(ko, printed(f).ko)
	}
	return text{strings.Join(en, ", "), strings.Join(ko, ", ")}
}
