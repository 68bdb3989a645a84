package ghg_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A minus sign of typography and digits of full width are refused at every door that
// reads a number, with the text and what to write.
func TestDoorsOfNumbersSayWhatToType(t *testing.T) {
	doors := map[string]struct {
		behind string
		read   func(string) error
	}{
		"mass":     {" t", func(s string) error { _, err := ghg.ParseMass(s); return err }},
		"CO2e":     {" tCO2e (AR5)", func(s string) error { _, err := ghg.ParseCO2e(s); return err }},
		"quantity": {"천㎥", func(s string) error { _, err := ghg.ParseQuantity(s); return err }},
		"share":    {"%", func(s string) error { _, err := ghg.ParseShare(s); return err }},
		"fraction": {"", func(s string) error { _, err := ghg.ParseShare(s); return err }},
		"percent":  {"", func(s string) error { _, err := ghg.ParsePercent(s); return err }},
		"figure":   {"", func(s string) error { _, err := ghg.ParseFigure(s, ghg.Tonne); return err }},
	}
	for name, door := range doors {
		for number, says := range map[string]string{
			"−0.5":  `"−0.5" is not a number: "−" is not allowed in it (it is the dash or minus sign U+2212: write the hyphen-minus "-")`,
			"–0.5":  `"–0.5" is not a number: "–" is not allowed in it (it is the dash or minus sign U+2013: write the hyphen-minus "-")`,
			"０．５":   `"０．５" is not a number: "０" is not allowed in it (it is of full width: write "0")`,
			"0．５":   `"0．５" is not a number: "．" is not allowed in it (it is of full width: write ".")`,
			"－0.25": `"－0.25" is not a number: "－" is not allowed in it (it is of full width: write "-")`,
		} {
			err := door.read(number + door.behind)
			var syntax *exact.SyntaxError
			require.ErrorAs(t, err, &syntax, "%s %s", name, number)
			assert.Equal(t, number, syntax.Text, name)
			assert.ErrorContains(t, err, says, name)
		}
	}
	_, report, err := ghg.ReadCSV(strings.NewReader("place,year,category,mass,unit\nD,2018,I.1.1,−5,t\nD,2018,I.1.1,５,t\n"),
		ghg.CSVFormat{Scheme: gpc.Scheme})
	require.NoError(t, err)
	assert.Equal(t, `line 2, mass "−5": not a number: "−" is not allowed in it (it is the dash or minus sign U+2212: `+
		"write the hyphen-minus \"-\")\n"+
		`line 3, mass "５": not a number: "５" is not allowed in it (it is of full width: write "5")`,
		strings.TrimSpace(report.Faults.Error()))
}
