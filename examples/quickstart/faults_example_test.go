package quickstart

import (
	"fmt"
	"log"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

func Example_faults() {
	file := strings.NewReader(`place;year;category;gas;mass;unit;key
대구;2022;I.1.1;CO2;612,5;천톤;
대구;2022;I.9.9;CO2;1,25;kt;
대구;22;II.1.1;CO2;2,05;Mt;
대구;2022;III.1.1;;;;ne
`)
	format := ghg.CSVFormat{Scheme: gpc.Scheme, Delimiter: ';', Comma: true, File: "daegu-2022.csv"}
	records, report, err := ghg.ReadCSV(file, format)
	if err != nil {
		log.Fatal(err) // the format does not stand, or reading failed
	}
	for _, f := range report.Faults.All { // not in the records
		fmt.Printf("%s line %d, %s %q (%s): %s\n", format.File, f.Line, f.Field, f.Value, f.Code, f.Detail)
	}
	for _, f := range report.Findings.All { // in the records, and worth a look
		fmt.Println(f.Severity, f)
	}
	fmt.Println(len(records), "records read,", report.Faults.Len(), "faults")
	if report.Err() != nil {
		fmt.Println("a total of what is left would be too small: mend the file first")
	}
	// Output:
	// daegu-2022.csv line 3, category "I.9.9" (unknown-category): no category of GPC 1.1
	// daegu-2022.csv line 4, year "22" (period): write a year from 1850 to 2300, or the first and last day as 2018-04-01/2019-03-31
	// note line 5, III.1.1, key-normalised: the cell is read as NE
	// 2 records read, 2 faults
	// a total of what is left would be too small: mend the file first
}
