package crosswalk_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// oneOf is an inventory of one figure.
func oneOf(t *testing.T, s ghg.Scheme, code string) ghg.Inventory {
	t.Helper()
	n := decimal.NewFromInt(7)
	return inventoryOf(t, s, ghg.CO2, map[string]*decimal.Decimal{code: &n})
}

// Every reference of the GPC comes to the row and column of the form that its source names.
func TestCRFRows(t *testing.T) {
	columns := map[string]string{"Direct emissions": "direct emissions", "Indirect emissions": "indirect emissions",
		"Outside city boundary": "outside city boundary"}
	subsectors := map[string]string{"Residential Buildings": "Residential buildings", "Energy Industries": "Energy industries",
		"Commercial & Institutional buildings & facilities": "Commercial and institutional buildings and facilities",
		"Industrial buildings & facilities":                 "Industrial buildings and facilities",
		"Non Specified Sources":                             "Non-specified sources", "Produce Use": "Product use"}
	references := map[string]bool{}
	for r := range rowsOf(t, "gcom_crf_mapping.tsv") {
		ref, sector := r.Cell("gpc_refno"), r.Cell("crf_sector")
		if ref == "" {
			continue
		}
		references[ref] = true
		c, err := crosswalk.GPCToCRF.Convert(oneOf(t, gpc.Scheme, ref), crosswalk.CommonParent)
		require.NoError(t, err)
		require.Len(t, c.Moves, 1, ref)
		n, _ := gpc.CRFScheme.Node(c.Moves[0].To.Code)
		top, _ := gpc.CRFScheme.Sector(n.Code)
		sub := r.Cell("crf_subsector")
		if other, ok := subsectors[sub]; ok {
			sub = other
		}
		if sector == "Generation of grid-supplied energy" {
			sub = sector // three rows, which are not told apart
		}
		assert.Equal(t, sub+": "+columns[r.Cell("crf_column")], n.Name, ref)
		name := top.Name
		if short, ok := map[string]string{"IP": "IPPU", "AF": "AFOLU"}[top.Code]; ok {
			name = short
		}
		assert.Equal(t, sector, name, ref)
		scope, err := ghg.ParseScope(r.Cell("scope"))
		require.NoError(t, err)
		assert.Equal(t, scope, n.Scope, ref)
		assert.Equal(t, ref == "I.4.4", c.Moves[0].Lifted, ref)
		assert.Equal(t, sector != "Generation of grid-supplied energy" && sector != "Out of scope", gpc.CRFTotal.Selects(n.Code), ref)
	}
	assert.Len(t, references, 54)
}

// The total of the form is BASIC+ where no waste is imported; what it leaves out is shown
// apart.
func TestCRFTotal(t *testing.T) {
	values := map[string]*decimal.Decimal{}
	n := int64(1)
	for node := range gpc.Scheme.Nodes() {
		if node.Reportable {
			d := decimal.NewFromInt(n)
			values[node.Code] = &d
			n *= 2
		}
	}
	inv := inventoryOf(t, gpc.Scheme, ghg.CO2, values)
	c, err := crosswalk.GPCToCRF.Convert(inv, crosswalk.CommonParent)
	require.NoError(t, err)
	assert.Zero(t, c.Remainder.Len())
	total, err := c.Converted.Total(gpc.CRFTotal, ghg.AR5)
	require.NoError(t, err)
	apart, err := c.Converted.Total(gpc.CRFGeneration, ghg.AR5)
	require.NoError(t, err)
	basicPlus, err := inv.Total(gpc.BasicPlus, ghg.AR5)
	require.NoError(t, err)
	imported := values["III.1.3"].Add(*values["III.2.3"]).Add(*values["III.3.3"]).Add(*values["III.4.3"])
	assert.Equal(t, basicPlus.CO2e.Tonnes().Add(imported).String(), total.CO2e.Tonnes().String())
	assert.Equal(t, values["I.4.4"].String(), apart.CO2e.Tonnes().String())
	for code, left := range map[string]bool{"GE.direct": true, "GE.renewable.direct": true, "OS.outside": true,
		"SE.industries.direct": false} {
		assert.NotEqual(t, left, gpc.CRFTotal.Selects(code), code)
	}
}

// GPC references go where the taxonomy says, for what is emitted in the place.
func TestGPCTaxonomy(t *testing.T) {
	grades := map[string]ghg.Confidence{"H": ghg.HighConfidence, "M": ghg.MediumConfidence}
	for r := range rowsOf(t, "gpc_taxonomy.tsv") {
		ref, named := r.Cell("refno"), r.Cell("ipcc2006")
		c, err := crosswalk.GPCToIPCC2006.Convert(oneOf(t, gpc.Scheme, ref), crosswalk.CommonParent)
		require.NoError(t, err)
		if r.Cell("scope") != "1" || strings.HasPrefix(named, "none") {
			require.Len(t, c.Left, 1, ref)
			assert.Equal(t, crosswalk.KnownToHaveNone, c.Left[0].Reason, ref)
			assert.NotEmpty(t, crosswalk.GPCToIPCC2006.Why(ref).Ko, ref)
			continue
		}
		require.Len(t, c.Moves, 1, ref)
		m := c.Moves[0]
		assert.Equal(t, grades[r.Cell("ipcc_confidence")], m.Rule.Confidence(), ref)
		first, _, _ := strings.Cut(named, " ")
		code, err := ipcc.Scheme2006.Category(strings.TrimRight(first, ","))
		require.NoError(t, err, ref)
		if m.Lifted { // a sum, of which the first is named first
			assert.Contains(t, []string{"IV.1", "IV.2", "V.3"}, ref)
			for to := range m.Rule.To().All() {
				assert.Equal(t, code, to, ref)
				break
			}
			continue
		}
		assert.Equal(t, code.Code, m.To.Code, ref)
	}
}

// korean are the mappings of the Korean trees.
var korean = []crosswalk.Crosswalk{crosswalk.RegionalToGPC, crosswalk.RegionalToIPCC2006, crosswalk.NationalToIPCC2006}

// An own mapping says so, and holds one way.
func TestKoreanMappingsAreOwn(t *testing.T) {
	for _, x := range korean {
		assert.Equal(t, crosswalk.OwnMapping, x.Basis())
		_, err := x.Reversed()
		assert.Error(t, err)
		for r := range x.Rules() {
			assert.NotEqual(t, 0, r.Confidence(), r)
		}
		for n := range x.From().Nodes() { // each line has a rule, is below one that has, or says why it has none
			if !n.Reportable {
				continue
			}
			c, err := x.Convert(oneOf(t, x.From(), n.Code), crosswalk.CommonParent)
			require.NoError(t, err)
			if len(c.Left) > 0 && c.Left[0].Reason != crosswalk.OnlySum {
				assert.NotEmpty(t, x.Why(n.Code).Ko, n.Code)
			}
		}
	}
}

// Direct and indirect lines of the Korean tree come to scope 1 and scope 2, memo items to
// memo items.
func TestKoreanScopes(t *testing.T) {
	for _, l := range gir.Lines() {
		c, err := crosswalk.RegionalToGPC.Convert(oneOf(t, gir.Scheme, l.Category.Code), crosswalk.OwnRule)
		require.NoError(t, err)
		for _, m := range c.Moves {
			n, _ := gpc.Scheme.Node(m.To.Code)
			assert.Equal(t, l.Block == gir.Electricity || l.Block == gir.Heat, n.Scope == ghg.Scope2, l.Category)
		}
		c, err = crosswalk.RegionalToIPCC2006.Convert(oneOf(t, gir.Scheme, l.Category.Code), crosswalk.OwnRule)
		require.NoError(t, err)
		for _, m := range c.Moves {
			n, _ := ipcc.Scheme2006.Node(m.To.Code)
			assert.Equal(t, l.Block == gir.Memo, n.Memo, l.Category)
		}
	}
}

// Where the 1996 code has a rule to 2006, the Korean mappings do not contradict it, but where
// the code means something else or the rule says why.
func TestKoreanMappingsAgainstIPCC(t *testing.T) {
	for x, want := range map[crosswalk.Crosswalk][]string{
		crosswalk.RegionalToIPCC2006: {"4.E", "4.F", "4.G", "5"},
		crosswalk.NationalToIPCC2006: {"2.A.4", "4.E", "4.F"},
	} {
		differ := map[string]bool{}
		for r := range x.Rules() {
			for from := range r.From().All() {
				code := strings.NewReplacer("1.A.3.a.2", "1.A.3.a.ii", "1.A.3.d.2", "1.A.3.d.ii").Replace(from.Code)
				if _, ok := ipcc.Scheme1996.Node(code); !ok || strings.HasPrefix(code, "M.") {
					continue
				}
				c, err := crosswalk.IPCC1996To2006.Convert(oneOf(t, ipcc.Scheme1996, code), crosswalk.CommonParent)
				require.NoError(t, err)
				if len(c.Moves) == 0 || r.To().Len() > 1 {
					continue
				}
				for to := range r.To().All() {
					if to != c.Moves[0].To {
						differ[from.Code] = true
						assert.NotEmpty(t, r.Note().En, "%s: %s here, %s there", from.Code, to.Code, c.Moves[0].To.Code)
					}
				}
			}
		}
		var got []string
		for code := range differ {
			got = append(got, code)
		}
		assert.ElementsMatch(t, want, got, x)
	}
}
