// Package korean finds what was left in English in a text that is to be in Korean. The
// tests of the examples hold their output to it.
package korean

import (
	"regexp"
	"slices"
	"strings"
)

// notText is what may be in any script: citations in a line of their own, names of files,
// codes of findings before their text, and IDs of three parts or more.
var notText = []*regexp.Regexp{
	regexp.MustCompile(`(?m)^\s*\[[^\]]*\]$`),
	regexp.MustCompile(`(?m)^\s*출처: .*$`),
	regexp.MustCompile(`[\w/.-]+\.(csv|tsv|go|xlsx|json)\b`),
	regexp.MustCompile(`(?m)(^|[ ,])[a-z]+(-[a-z]+)+: `),
	regexp.MustCompile(`(?m)(^|, )gaps: `),
	regexp.MustCompile(`\b[a-z]+(-[a-z0-9]+){2,}\b`),
}

var word = regexp.MustCompile(`[A-Za-z][A-Za-z0-9]*`)

// units stand in Korean texts as they are.
var units = strings.Fields("Gg Tg CO2e tCO2e CO2eq tCO2eq kgCO2eq tCO2 ktCO2e kg kt Mt toe kWh MWh km km2 m2 m3")

// English is the words of a text that are in English, each once: those with two letters or
// more of which one is small, so that neither symbols nor abbreviations such as AR5 and GPC
// are. Some are allowed, such as names.
func English(text string, allowed ...string) (found []string) {
	for _, r := range notText {
		text = r.ReplaceAllString(text, " ")
	}
	for _, w := range word.FindAllString(text, -1) {
		if len(w) > 1 && w != strings.ToUpper(w) && !slices.Contains(units, w) && !slices.Contains(allowed, w) && !slices.Contains(found, w) {
			found = append(found, w)
		}
	}
	return found
}
