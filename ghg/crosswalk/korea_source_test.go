package crosswalk_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rulesOf are the rules of a crosswalk that have a code on the left.
func rulesOf(x crosswalk.Crosswalk, code string) (out []crosswalk.Rule) {
	for r := range x.Rules() {
		for from := range r.From().All() {
			if from.Code == code {
				out = append(out, r)
			}
		}
	}
	return out
}

func targets(r crosswalk.Rule) (out []string) {
	for to := range r.To().All() {
		out = append(out, to.Code)
	}
	return out
}

// The national mapping is that of its source, but where a rule says in its note why it is
// not; and a rule that the source grades high is high, or has a note.
func TestNationalMappingIsThatOfItsSource(t *testing.T) {
	same, other, none := 0, 0, 0
	seen := map[string]bool{}
	for row := range rowsOf(t, "korea_categories.tsv") {
		code := row.Cell("code")
		if row.Cell("layer") != "national_1996KRF" || seen[code] { // an edition before gives a code again
			continue
		}
		seen[code] = true
		if _, ok := gir.National.Node(code); !ok {
			assert.True(t, code == "0" || strings.HasPrefix(code, "M.") || strings.HasPrefix(code, "5.B."), code)
			continue
		}
		rules := rulesOf(crosswalk.NationalToIPCC2006, code)
		if len(rules) == 0 {
			none++
			n, _ := ipcc.Scheme2006.Node(row.Cell("ipcc2006")) // which reads the source's own 2.E_1 as 2.E.1
			assert.True(t, row.Cell("ipcc2006") == "" || n.Code != row.Cell("ipcc2006"), "%s: the source gives %s", code, row.Cell("ipcc2006"))
			continue
		}
		require.Len(t, rules, 1, code)
		if slices.Equal(targets(rules[0]), []string{row.Cell("ipcc2006")}) {
			same++
			if rules[0].Note().En == "" {
				assert.Equal(t, row.Cell("confidence"), rules[0].Confidence().String(), code)
			}
			continue
		}
		other++
		if row.Cell("ipcc2006") != "" && !strings.HasPrefix(row.Cell("ipcc2006"), "M.BK") && row.Cell("ipcc2006") != "M.2" {
			assert.NotEmpty(t, rules[0].Note().En, code)
		}
	}
	assert.Equal(t, [3]int{78, 25, 33}, [3]int{same, other, none})
}

// The regional mapping leads within the sub-sector of the GPC that its source names.
func TestRegionalMappingIsThatOfItsSource(t *testing.T) {
	n := 0
	for row := range rowsOf(t, "korea_categories.tsv") {
		if row.Cell("layer") != "national_1996KRF" || row.Cell("gpc") == "" || strings.HasPrefix(row.Cell("code"), "5.") {
			continue
		}
		line, err := gir.LineOf(row.Cell("code"))
		if err != nil || line.Category.Code != row.Cell("code") {
			continue // deeper than the regional tree
		}
		named, _, _ := strings.Cut(row.Cell("gpc"), " ")
		rules := rulesOf(crosswalk.RegionalToGPC, row.Cell("code"))
		require.Len(t, rules, 1, row.Cell("code"))
		for _, to := range targets(rules[0]) {
			_, ok := gpc.Scheme.Node(to)
			require.True(t, ok)
			assert.True(t, to == named || strings.HasPrefix(to, named+"."), "%s: %s here, %s in the source", row.Cell("code"), to, named)
		}
		n++
	}
	assert.Equal(t, 32, n)
}
