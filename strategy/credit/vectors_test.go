package credit_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is a worked case with its published or independently computed answer.
type vector struct {
	ID        string
	Inputs    json.RawMessage
	Outputs   json.RawMessage
	Tolerance struct{ Abs json.Number }
}

func (v vector) read(t *testing.T, inputs, outputs any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(v.Inputs, inputs))
	require.NoError(t, json.Unmarshal(v.Outputs, outputs))
}

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct{ Vectors []vector }
	require.NoError(t, json.Unmarshal(text, &file))
	run := map[string]func(*testing.T, vector){
		"credits-daegu-landfill-gas":   landfillGas,
		"credits-claimable-after-sale": claimableAfterSale,
	}
	assert.Len(t, file.Vectors, len(run))
	for _, v := range file.Vectors {
		f, ok := run[v.ID]
		if assert.True(t, ok, v.ID) {
			t.Run(v.ID, func(t *testing.T) { f(t, v) })
		}
	}
}

func landfillGas(t *testing.T, v vector) {
	var in struct {
		Sales   []map[string]string
		Vintage struct {
			Reduction json.Number `json:"reduction_t"`
			Share     string      `json:"city_share"`
		} `json:"vintage_2019_2020"`
	}
	var out struct {
		Price   []string `json:"implied_price_krw_per_t"`
		City    string   `json:"city_units_2023"`
		Partner string   `json:"partner_units_2023"`
		Unsold  string   `json:"unsold_of_2010_2014"`
	}
	v.read(t, &in, &out)
	require.Len(t, in.Sales, len(out.Price))
	tolerance := dec(v.Tolerance.Abs.String())
	for i, s := range in.Sales {
		sold := credit.Sale{Units: credit.Credits(dec(s["t"]).IntPart()), Received: krw(s["revenue_krw"])}
		price, err := sold.Price()
		require.NoError(t, err)
		assert.True(t, price.Amount().Sub(dec(out.Price[i])).Abs().LessThanOrEqual(tolerance), "%s: %s", s["label"], price)
	}

	p := bangcheonri()
	p.Own = must(ghg.ParseShare(in.Vintage.Share))
	a := open(t, p)
	a, err := a.Verify(verification("2019-2020", "2019-01-01/2020-12-31", in.Vintage.Reduction.String()))
	require.NoError(t, err)
	units, err := a.Issuable("2019-2020", ghg.MustShare("0%"), ghg.MustShare("0%"))
	require.NoError(t, err)
	same(t, out.City, decimal.NewFromInt(int64(units)))
	at, err := a.Batch("2019-2020")
	require.NoError(t, err)
	tonnes(t, out.City, at.Owned)
	tonnes(t, out.Partner, at.Partner)

	// Of the 980 kt of April 2010 to August 2014, 880 kt were sold. Whose units
	// they were is not published; they are taken as the city's own.
	p.Own, p.Partner = ghg.MustShare("100%"), ""
	a = open(t, p)
	a, err = a.Verify(verification("2010-2014", "2010-04-01/2014-08-31", "980000"))
	require.NoError(t, err)
	a, err = a.Issue(issuance("2010-2014", 980000, 2015))
	require.NoError(t, err)
	a, err = a.Sell(sale("1", "2010-2014", 880000, 2015))
	require.NoError(t, err)
	at, err = a.Batch("2010-2014")
	require.NoError(t, err)
	same(t, out.Unsold, decimal.NewFromInt(int64(at.Held)))
}

// The vector subtracts the city's sales from what the whole project verified:
// 260,000 - 204,126 = 55,874, and offers that to the city. These 55,874 t are
// the partner's: 260,000 × (1 - 0.7851). The city's own tonnes are 260,000 ×
// 0.7851 = 204,126, all sold, so that the city may claim 204,126 - 204,126 = 0.
// The partner may claim its 55,874 t less what it sold.
func claimableAfterSale(t *testing.T, v vector) {
	var in struct {
		Verified json.Number `json:"verified_t"`
		Share    string      `json:"city_share"`
		Fraction string      `json:"sold_fraction_of_city_units"`
	}
	var out struct {
		City      string `json:"city_units"`
		Sold      string
		Claimable string `json:"claimable_by_policy_exclude_sold_of_verified"`
		Inventory string `json:"claimable_if_territorial_inventory_basis"`
		Double    string `json:"double_claim_if_both"`
	}
	v.read(t, &in, &out)
	p := bangcheonri()
	p.Own = must(ghg.ParseShare(in.Share))
	a := open(t, p)
	x := verification("2019", "2019", in.Verified.String())
	x.Partner = credit.PartnerSoldNothing()
	a, err := a.Verify(x)
	require.NoError(t, err)
	units, err := a.Issuable("2019", ghg.MustShare("0%"), ghg.MustShare("0%"))
	require.NoError(t, err)
	a, err = a.Issue(issuance("2019", int64(units), 2020))
	require.NoError(t, err)
	selling := decimal.NewFromInt(int64(units)).Mul(dec(in.Fraction)).IntPart()
	a, err = a.Sell(sale("1", "2019", selling, 2021))
	require.NoError(t, err)
	at, err := a.Batch("2019")
	require.NoError(t, err)
	tonnes(t, out.City, at.Owned)
	same(t, out.Sold, decimal.NewFromInt(int64(at.Sold)))

	tonnes(t, "0", at.Claimable, "the city's")
	partner, err := at.PartnerClaimable()
	require.NoError(t, err)
	tonnes(t, out.Claimable, partner, "the partner's")
	whole, err := at.WholeProject()
	require.NoError(t, err)
	tonnes(t, out.Claimable, whole, "of both together, and none of it the city's")
	var double *credit.DoubleClaimError
	_, err = a.Claim(credit.Claim{ID: "1", Batch: "2019", Amount: sar(out.Claimable), For: "2021 check", On: day(2021, 5, 31)})
	require.ErrorAs(t, err, &double)
	tonnes(t, out.Claimable, double.Partner)
	tonnes(t, "0", double.Free)

	tonnes(t, out.Inventory, at.Verified, "the inventory falls by all of it")
	back, err := at.AddBack()
	require.NoError(t, err)
	tonnes(t, out.Double, back, "counted twice unless added back")
	sold, err := a.SoldUnits(ghg.SAR)
	require.NoError(t, err)
	require.Len(t, sold, 1)
	same(t, out.Double, sold[0].Amount.Tonnes())
	assert.Equal(t, target.UnitSold, sold[0].Status)
	assert.Equal(t, 2019, sold[0].Year)
}
