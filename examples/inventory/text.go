package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// writeText prints a sheet as a table that a person likes to read: whole tonnes
// that add up, remarks gathered by kind.
func writeText(w io.Writer, s sheet) error {
	var b strings.Builder
	if s.id.Place == "" {
		b.WriteString("Not read\n")
	} else {
		fmt.Fprintf(&b, "%s, %s\n", s.id.Place, s.id.Period)
	}
	if len(s.views) > 0 {
		writeTable(&b, s)
	}
	writeFindings(&b, s.findings)
	if len(s.faults) > 0 {
		b.WriteString("  could not be read:\n")
		for _, f := range s.faults {
			b.WriteString("    " + f.Error() + "\n")
		}
	}
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func writeTable(b *strings.Builder, s sheet) {
	if s.metric.ID() == "" {
		b.WriteString("  tonnes of CO2e; the records do not state their metric\n\n")
	} else {
		fmt.Fprintf(b, "  tonnes of CO2e, %s\n\n", s.metric.Title())
	}
	cells := map[[2]string]string{} // by sector and view
	var sectors []string
	fmt.Fprintf(b, "  %-20s", "")
	for _, v := range s.views {
		fmt.Fprintf(b, "%16s", v.view.Name())
		rounded, sum, err := ghg.RoundedParts(v.sectors, ghg.Tonne, 0)
		for i, sector := range v.sectors {
			if !contains(sectors, sector.Name) {
				sectors = append(sectors, sector.Name)
			}
			cell := "withheld"
			if len(sector.Lines)+len(sector.Unjoined) == 0 {
				cell = "–" // nothing is reported, which is not 0
			} else if err == nil {
				cell = group(rounded[i].String())
			} else if !sector.Withheld() {
				cell = group(sector.CO2e.Tonnes().Round(0).String())
			}
			cells[[2]string{sector.Name, v.view.Name()}] = cell
		}
		cells[[2]string{"total", v.view.Name()}] = "withheld"
		if err == nil {
			cells[[2]string{"total", v.view.Name()}] = group(sum.String())
		}
	}
	b.WriteString("\n")
	for _, name := range append(sectors, "total") {
		fmt.Fprintf(b, "  %-20s", name)
		for _, v := range s.views {
			fmt.Fprintf(b, "%16s", cells[[2]string{name, v.view.Name()}])
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
	for _, v := range s.views {
		fmt.Fprintf(b, "  %-20s%s\n", v.view.Name(), v.total.Coverage)
		if memo := v.total.Memo; !memo.IsZero() {
			fmt.Fprintf(b, "  %-20smemo, in no total: %s t of biogenic CO2\n", "", group(memo.Tonnes().Round(0).String()))
		}
	}
}

// writeFindings gathers the findings by code; those that weigh most, and those
// of no line, are printed whole.
func writeFindings(b *strings.Builder, findings []ghg.Finding) {
	var order []string
	lines := map[string][]string{}
	for _, f := range findings {
		if f.Severity == ghg.Serious || f.Line == 0 {
			fmt.Fprintf(b, "  %s\n", f)
			continue
		}
		if lines[f.Code] == nil {
			order = append(order, f.Code)
		}
		lines[f.Code] = append(lines[f.Code], fmt.Sprint(f.Line))
	}
	const most = 12
	for _, code := range order {
		list, more := lines[code], ""
		if len(list) > most {
			list, more = list[:most], fmt.Sprintf(" and %d more", len(lines[code])-most)
		}
		fmt.Fprintf(b, "  %s: line %s%s\n", code, strings.Join(list, ", "), more)
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// group puts commas between thousands.
func group(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}
