package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// writeText prints a sheet as a table that a person likes to read: whole tonnes
// that add up, remarks gathered by kind.
func writeText(w io.Writer, s sheet) error {
	var b strings.Builder
	if s.id.Place == "" {
		b.WriteString("The file as a whole\n")
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

// nothing stands where no number is reported, which is not 0.
const nothing = "–"

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
		shown, err := ghg.ShowParts(ghg.Tonne, 0, v.sectors...)
		var rounded []string
		for _, p := range shown.Parts() {
			rounded = append(rounded, p.Number())
		}
		for i, sector := range v.sectors {
			if !slices.Contains(sectors, sector.Name) {
				sectors = append(sectors, sector.Name)
			}
			cell := "withheld"
			if !sector.IsReported() {
				cell = nothing
			} else if err == nil {
				cell = words.Grouped(rounded[i])
			} else if !sector.Withheld() {
				cell = words.Grouped(sector.CO2e.Tonnes().Round(0).String())
			}
			cells[[2]string{sector.Name, v.view.Name()}] = cell
		}
		cells[[2]string{"total", v.view.Name()}] = "withheld"
		if err == nil {
			cells[[2]string{"total", v.view.Name()}] = words.Grouped(shown.Total().Number())
		}
		if !v.total.IsReported() {
			cells[[2]string{"total", v.view.Name()}] = nothing
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
	b.WriteString("  whole tonnes, rounded so that each column adds up\n\n")
	for i, v := range s.views {
		fmt.Fprintf(b, "  %-20s%s\n", v.view.Name(), v.total.Coverage)
		if gaps := v.total.Coverage.Gaps; i == 0 && len(gaps) > 0 {
			fmt.Fprintf(b, "  %-20sgaps: %s\n", "", codes(gaps))
		}
		if memo := v.total.Memo; !memo.IsZero() {
			fmt.Fprintf(b, "  %-20smemo, in no total: %s t of biogenic CO2\n", "", words.Grouped(memo.Tonnes().Round(0).String()))
		}
	}
}

// writeFindings prints findings in full, and gathers by code those that come
// often and do not weigh most.
func writeFindings(b *strings.Builder, findings []remark) {
	const often = 3
	const most = 12 // lines named of those gathered
	lines := map[string][]string{}
	for _, f := range findings {
		lines[f.Code] = append(lines[f.Code], fmt.Sprint(f.Line))
	}
	for _, f := range findings {
		list := lines[f.Code]
		switch {
		case f.Code == ghg.FindingGaps: // the coverage has said so
		case f.Severity == ghg.Serious || len(list) <= often && list != nil:
			if f.file != "" {
				fmt.Fprintf(b, "  %s: %s\n", f.file, f)
				continue
			}
			fmt.Fprintf(b, "  %s\n", f)
		case list != nil:
			more := ""
			if n := len(list); n > most {
				list, more = list[:most], fmt.Sprintf(" and %d more", n-most)
			}
			fmt.Fprintf(b, "  %s: line %s%s\n", f.Code, strings.Join(list, ", "), more)
			lines[f.Code] = nil
		}
	}
}
