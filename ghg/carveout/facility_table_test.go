package carveout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A city's table: the cement works trades since 2015, the incinerator is the city's own,
// and the dairy left the scheme after 2020. The last line names no owner.
const facilityTable = `시설번호,시설명,국문명,적용시작,적용종료,소유구분,출처
cement,Cement works,시멘트공장,2015년,,민간,할당대상업체 목록 2023
incinerator,Incinerator,소각장,2015,,지자체,할당대상업체 목록 2023
dairy,Dairy,우유공장,2015,2020,타 기관,할당대상업체 목록 2020
school,School,학교,,,,시설 목록
`

func ExampleReadFacilities() {
	sites, report, err := carveout.ReadFacilities(strings.NewReader(facilityTable), ghg.CSVFormat{})
	for _, f := range sites {
		fmt.Println(f.ID, f.NameKo, f.Covered(2022), f.Ownership, "/", f.Ownership.Korean())
	}
	fmt.Println(report.Err(), err)
	// Output:
	// cement 시멘트공장 true owned by others / 민간·타 기관 소유
	// incinerator 소각장 true council-owned / 지자체 소유
	// dairy 우유공장 false owned by others / 민간·타 기관 소유
	// line 5, 소유구분: it is needed <nil>
}

// Each column may be at fault; what stands in other lines is read.
func TestReadFacilityFaults(t *testing.T) {
	const head = "facility;name;registration;from;to;owner;source;note\n"
	for name, x := range map[string]struct{ row, code, want string }{
		"no ID":        {";Mill;;;;private;list;", ghg.FaultMissingField, "facility: it is needed"},
		"no name":      {"m;;;;;private;list;", ghg.FaultMissingField, "name: it is needed"},
		"no source":    {"m;Mill;;;;private;;", ghg.FaultMissingField, "source: it is needed"},
		"odd owner":    {"m;Mill;;;;nobody;list;", carveout.FaultFacility, "allowed are council-owned, owned by others"},
		"odd owner ko": {"m;Mill;;;;공기업;list;", carveout.FaultFacility, "지자체"},
		"no year":      {"m;Mill;;soon;;private;list;", ghg.FaultPeriod, "write a year"},
		"to before":    {"m;Mill;;2020;2019;private;list;", carveout.FaultCoverage, "cannot stand without the first or before it (2020)"},
		"to alone":     {"m;Mill;;;2019;private;list;", carveout.FaultCoverage, "cannot stand without the first"},
		"twice":        {"good;Mill;;;;private;list;", carveout.FaultDuplicateFacility, "line 2 has it too"},
	} {
		table := head + "good;Good;K-1;2019;2021;council;list;a note\n" + x.row + "\n"
		sites, report, err := carveout.ReadFacilities(strings.NewReader(table), ghg.CSVFormat{Delimiter: ';'})
		require.NoError(t, err, name)
		require.Equal(t, 1, report.Faults.Len(), "%s: %v", name, report.Err())
		assert.Equal(t, x.code, report.Faults.All[0].Code, name)
		assert.Equal(t, 3, report.Faults.All[0].Line, name)
		assert.Contains(t, report.Faults.All[0].Error(), x.want, name)
		assert.Equal(t, []carveout.Facility{{ID: "good", Name: "Good", Registration: "K-1", From: 2019, To: 2021,
			Ownership: carveout.CouncilOwned, Source: "list", Note: "a note", Line: 2}}, sites, name)
	}
	_, report, err := carveout.ReadFacilities(strings.NewReader("name,owner\n"), ghg.CSVFormat{})
	require.NoError(t, err)
	assert.ErrorContains(t, report.Err(), "facility")
}

// What is read makes a register, whatever the file says.
func FuzzReadFacilities(f *testing.F) {
	f.Add(facilityTable)
	f.Add("facility,name,owner,source,from,to\nm,Mill,private,list,2019,2018\nm,Mill,council,list,,\n")
	f.Fuzz(func(t *testing.T, text string) {
		sites, report, err := carveout.ReadFacilities(strings.NewReader(text), ghg.CSVFormat{})
		if err != nil || report.Err() != nil {
			return
		}
		if _, err := carveout.NewRegister(townRegister(sites...)); err != nil {
			t.Fatalf("%v of %q", err, text)
		}
	})
}
