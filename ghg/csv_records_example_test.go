package ghg_test

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

func ExampleReadCSV() {
	file := strings.NewReader(`place,year,category,gas,mass,unit,key,explanation
수성구,2021,I.1.1,CO2,231.4,천톤,,
수성구,2021,II.1.2,,,,IE (I.1.2),chargers are not metered apart
수성구,2021,III.1.2,CH4,"1,460",t,,
`)
	records, report, err := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	for _, r := range records {
		fmt.Println(r.Line, r.Category.Code, r.Gas, r.Value)
	}
	fmt.Println(report.Findings)
	fmt.Println(report.Faults, err)
	// Output:
	// 2 I.1.1 CO2 231400 t
	// 3 II.1.2  IE (I.1.2)
	// line 3, II.1.2, key-normalised: the cell is read as IE
	// line 4, mass "1,460": not a number: "," is not allowed in it (the decimal mark is '.'; thousands separators are not allowed); to read it as 1460 set CSVFormat.Thousands to ',' <nil>
}

// A file with decimal commas says so, and separates its fields otherwise.
func ExampleCSVFormat() {
	file := strings.NewReader("place;year;category;mass;unit\nMünster;2021;I.1.1;231,4;kt\n")
	records, _, err := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme, Comma: true, Delimiter: ';'})
	fmt.Println(records[0].Value, err)
	// Output:
	// 231400 tCO2e <nil>
}

// A figure whose file has a name can be found again: there, in its line and column,
// as it was written.
func ExampleValue_AsRead() {
	file := strings.NewReader("place;year;category;gas;mass;unit\n수성구;2021;I.1.1;CO2;231,40;천톤\n")
	records, _, err := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme, Comma: true, Delimiter: ';', File: "gas 2021.csv"})
	r := records[0]
	d := r.Evidence.Definition()
	fmt.Printf("%s: %q in %s, line %d, column %d, %v\n", r.Value, r.Value.AsRead(), d.File, r.Line, r.Column, err)
	fmt.Println(d.SHA256)
	// Output:
	// 231400 t: "231,40" in gas 2021.csv, line 2, column 5, <nil>
	// e3124da82e6ef46e60e02f51faf35eeba75fdaf490946a5571b7722657652218
}

// A reader of one's own says how each figure stood in its file.
func ExampleValue_ReadAs() {
	v := ghg.Emitted(ghg.MustMass("231.4 kt")).ReadAs("231.4 천톤 (잠정)")
	fmt.Println(v, "·", v.AsRead())
	// Output: 231400 t · 231.4 천톤 (잠정)
}

// A file is the one that was read if its checksum is.
func ExampleSHA256() {
	read, err := ghg.ParseSHA256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
	fmt.Println(read == ghg.SHA256(sha256.Sum256([]byte("abc"))), err)
	_, err = ghg.ParseSHA256("ba7816bf")
	fmt.Println(err)
	// Output:
	// true <nil>
	// checksum "ba7816bf": 64 hexadecimal digits are needed
}

func ExampleFault() {
	file := strings.NewReader("place,year,category,mass,unit\n수성구,2021,I.9.9,5,t\n")
	_, report, _ := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	var fault ghg.Fault
	if errors.As(report.Faults, &fault) {
		fmt.Println(fault.Code, fault.Line, fault.Field, fault.Value)
	}
	// Output:
	// unknown-category 2 category I.9.9
}

func ExampleWriteCSV() {
	inv := suseong(ghg.Record{Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("231.4 kt"))})
	var records []ghg.Record
	for r := range inv.Records() {
		records = append(records, r)
	}
	if err := ghg.WriteCSV(os.Stdout, records); err != nil {
		fmt.Println(err)
	}
	// Output:
	// place,year,category,mass,unit,gas,metric,key,explanation,included_in,scheme,scope,fuel,activity,facility,variant,tags,status,entry,activity_quality,factor_quality,method,source,assumption,file,file_sha256,file_sheet,file_line,file_column,as_read
	// 수성구,2021,I.1.1,231.4,kt,CO2,,,,,GPC 1.1,,,,,,,,,,,,,,,,,,,
}

func ExampleReadDeclaredCSV() {
	published := strings.NewReader("place,year,view,mass,unit\n수성구,2021,BASIC,240.1,kt\n")
	totals, _, err := ghg.ReadDeclaredCSV(published, ghg.CSVFormat{}, gpc.Views()...)
	inv := suseong(ghg.Record{Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("231.4 kt"))})
	fmt.Println(inv.Reconcile(ghg.AR5, totals[0].Declared), err)
	// Output:
	// line 2, BASIC, total-mismatch: declared as 240.1 kt; its records give 231400 t: 8700 t less; beyond the rounding of what is printed: 8600 t <nil>
}

func ExampleReadJSON() {
	inv := suseong(ghg.Record{Category: category("I.1.2"), Value: ghg.Equivalent(ghg.MustCO2e("402 ktCO2e (AR5)"))})
	text, _ := json.Marshal(inv)
	fmt.Println(string(text))
	again, _, err := ghg.ReadJSON(strings.NewReader(string(text)), ghg.JSONFormat{Schemes: []ghg.Scheme{gpc.Scheme}})
	fmt.Println(again.Place(), again.Len(), err)
	// Output:
	// {"format":"localghg inventory 3","scheme":"GPC 1.1","place":"수성구","period":"2021","vintage":1,"records":[{"category":"I.1.2","co2e":"402 kt","metric":"AR5"}]}
	// 수성구 1 <nil>
}

func ExampleReadYearlyJSON() {
	series, _ := ghg.NewYearly("대구", gpc.Basic, ghg.AR5, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("9.1 MtCO2e (AR5)"), Vintage: ghg.FirstVintage},
	})
	text, _ := json.Marshal(series)
	fmt.Println(string(text))
	again, err := ghg.ReadYearlyJSON(strings.NewReader(string(text)), gpc.Views())
	fmt.Println(again.View(), again.Len(), err)
	// Output:
	// {"format":"localghg yearly 1","place":"대구","view":"BASIC","edition":"GPC 1.1","metric":"AR5","figures":[{"year":2018,"co2e":"9100000 t","status":"actual","vintage":1}]}
	// GPC 1.1 BASIC 1 <nil>
}
