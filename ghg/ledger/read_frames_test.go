package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Rows that differ from each other by one or two characters anywhere are not taken for each
// other: before the mass and behind it, in rows short and long, and of all lengths.
func TestRowsThatAreNearlyTheSame(t *testing.T) {
	for _, c := range []struct {
		name, head, form string
		parts            int
	}{
		{"before the mass", "place,year,category,gas,mass,unit", "%s,2018,I.1.1,CO2,%d.25,t", 20},
		{"first of all", "mass,place,year,category,gas,unit", "%[2]d.25,%[1]s,2018,I.1.1,CO2,t", 20},
		{"last of all", "place,year,category,gas,unit,mass", "%s,2018,I.1.1,CO2,t,%d.25", 20},
		{"far before it", "place,year,category,gas,source,mass,unit", "%s,2018,I.1.1,CO2,the same long text in every row,%d.25,t", 34},
		{"far behind it", "year,category,gas,mass,unit,source,place", "2018,I.1.1,CO2,%[2]d.25,t,a long text in every row,%[1]s", 34},
		{"in a long row", "place,year,category,gas,source,mass,unit", "%s,2018,I.1.1,CO2," + strings.Repeat("s", 350) + ",%d.25,t", 12},
		{"beyond a frame", "place,year,category,gas,source,mass,unit", "%s,2018,I.1.1,CO2," + strings.Repeat("s", 390) + ",%d.25,t", 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rows []string
			for n := 1; n <= c.parts; n++ {
				name := []byte(strings.Repeat("c", n))
				rows = append(rows, string(name))
				for i := range name {
					for j := i; j < n; j += 1 + n/8 {
						name[i], name[j] = 'a', 'a'
						rows = append(rows, string(name))
						name[j] = 'c'
					}
					name[i] = 'c'
				}
			}
			var b strings.Builder
			b.WriteString(c.head + "\n")
			for again := range 3 {
				for i, name := range rows {
					fmt.Fprintf(&b, c.form+"\n", name, i*i+again)
				}
			}
			for _, end := range []string{"\n", "\r\n"} {
				text := strings.ReplaceAll(b.String(), "\n", end)
				assert.Equal(t, 3*len(rows), sameAsOrdinary(t, text, usual.Format, 1<<16, 1))
			}
		})
	}
}
