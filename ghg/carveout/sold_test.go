package carveout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The council bought the heating plant in 2022; the dairy left the scheme after 2020 and
// came back in 2023.
const soldTable = `facility,name,from,to,owner,source
plant,Heating plant,2015,2021,private,list
plant,Heating plant,2022,,council,list
dairy,Dairy,2015,2020,private,list
dairy,Dairy,2023,,private,list
`

func soldSites(t *testing.T) []carveout.Facility {
	sites, report, err := carveout.ReadFacilities(strings.NewReader(soldTable), ghg.CSVFormat{})
	require.NoError(t, err)
	require.NoError(t, report.Err())
	return sites
}

func TestSitesThatWereSold(t *testing.T) {
	head := "지역,연도,배출원,가스,배출량,단위,시설\n"
	var inventories []ghg.Inventory
	for i, year := range []int{2020, 2021, 2022, 2023} { // the plant 100 to 103, the dairy 20 to 23
		inventories = append(inventories, cityInventories(head+strings.ReplaceAll(fmt.Sprintf(`t,%d,I.1.1,CO2,1000,t,
t,%[1]d,I.3.1,CO2,%[2]d,t,plant
t,%[1]d,I.3.1,CO2,%[3]d,t,dairy
t,%[1]d,I.3.2,CO2,3,t,plant
t,%[1]d,I.3.2,CO2,1,t,dairy
`, year, 100+i, 20+i), "t,20", "town,20"))...)
	}
	c, findings, err := carveout.CarveOutOf(cityDefinition(soldSites(t)...), gpc.Basic, inventories...)
	require.NoError(t, err)
	assert.Zero(t, findings.Len(), findings.String())
	var got []string
	for y := range c.Years() {
		got = append(got, fmt.Sprintf("%d %s %s %s %d", y.Year, y.Covered.Tonnes(), y.CouncilOwned.Tonnes(), y.Managed.Tonnes(), len(y.Sites)))
	}
	assert.Equal(t, []string{"2020 124 0 1000 2", "2021 104 0 1022 1", "2022 105 105 1128 1", "2023 130 106 1106 2"}, got)

	r := c.Register()
	for year, want := range map[int]carveout.Ownership{2021: carveout.OthersOwned, 2022: carveout.CouncilOwned, 1990: carveout.OthersOwned} {
		f, ok := r.Facility("plant", year)
		assert.True(t, ok && f.Ownership == want, year)
	}
	// Of manufacturing in 2021, when it was of others, the plant is the council's in 2030.
	part, whole, err := r.Carved(category("I.3.1"), "", 2021, 2030)
	require.NoError(t, err)
	assert.Equal(t, "21 of 122", part.Tonnes().String()+" of "+whole.Tonnes().String())
	part, _, err = r.Carved(category("I.3.1"), "", 2021, 2021)
	require.NoError(t, err)
	assert.Equal(t, "101", part.Tonnes().String(), "the dairy did not trade")

	// The plant without a record at all is said once.
	_, findings, err = carveout.RegisterOf(cityDefinition(soldSites(t)...), gpc.Basic,
		cityInventories(head+"town,2022,I.1.1,CO2,7,t,\ntown,2022,I.3.1,CO2,7,t,dairy\n")...)
	require.NoError(t, err)
	assert.Equal(t, []string{`site-without-record facility "plant"`}, codes(findings))
}

// Years of one site that meet are a fault: which owner counts?
func TestSoldSitesThatMeet(t *testing.T) {
	table := strings.Replace(soldTable, "2022,,council", "2021,,council", 1)
	_, report, err := carveout.ReadFacilities(strings.NewReader(table), ghg.CSVFormat{})
	require.NoError(t, err)
	assert.EqualError(t, report.Err(), `line 3, facility "plant": line 2 has it too: one line for one site, `+
		`unless it is covered in other years`)
	sites := soldSites(t)
	sites[0].To = 0
	_, err = carveout.NewRegister(townRegister(sites...))
	assert.ErrorContains(t, err, `facility "plant", id "plant": facilities 1 and 2 both have it`)
}
