package credit_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func claim(id, batch, amount string) credit.Claim {
	return credit.Claim{ID: id, Batch: batch, Amount: sar(amount), For: "2021 check", On: day(2021, 5, 31)}
}

func TestClaimRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*credit.Claim)
		want   string
	}{
		"no ID":        {func(c *credit.Claim) { c.ID = "" }, `claim "", id`},
		"no purpose":   {func(c *credit.Claim) { c.For = "" }, "for"},
		"nothing":      {func(c *credit.Claim) { c.Amount = sar("0") }, "above 0 t is needed"},
		"below 0":      {func(c *credit.Claim) { c.Amount = sar("-1") }, "0 to 100000000000 t"},
		"too fine":     {func(c *credit.Claim) { c.Amount = sar("0.00000000000000000000001") }, "22 decimal places"},
		"other metric": {func(c *credit.Claim) { c.Amount = ghg.MustCO2e("1 tCO2e (AR5)") }, "metric"},
		"early":        {func(c *credit.Claim) { c.On = day(2020, 5, 31) }, "not before the day of the verification, 2020-06-01"},
	} {
		t.Run(name, func(t *testing.T) {
			x := claim("1", "2019", "100")
			_, err := holding(t).Claim(x)
			require.NoError(t, err)
			c.change(&x)
			_, err = holding(t).Claim(x)
			require.ErrorContains(t, err, c.want)
		})
	}
}

func TestATonneIsClaimedOnce(t *testing.T) {
	a := must(holding(t).Claim(claim("1", "2019", "200000")))
	var twice *ghg.TwiceError
	_, err := a.Claim(claim("1", "2019", "1"))
	require.ErrorAs(t, err, &twice)
	var double *credit.DoubleClaimError
	_, err = a.Claim(claim("2", "2019", "4126.01"))
	require.ErrorAs(t, err, &double)
	tonnes(t, "4126", double.Free)
	tonnes(t, "200000", double.Claimed)
	tonnes(t, "204126", double.Owned)
	tonnes(t, "55874", double.Partner)
	assert.Equal(t, `batch "2019": 4126.01 t to claim, but 4126 t are free: `+
		`of 204126 t owned, 0 t are sold or otherwise gone and 200000 t claimed; another 55874 t are the partner's`, err.Error())
	a = must(a.Claim(claim("2", "2019", "4126")))
	at := must(a.Batch("2019"))
	tonnes(t, "0", at.Claimable)
	tonnes(t, "204126", at.Claimed)
}

func TestWhatIsClaimedIsNotSold(t *testing.T) {
	a := must(holding(t).Claim(claim("1", "2019", "200000")))
	_, err := a.Sell(sale("1", "2019", 4127, 2021))
	var double *credit.DoubleClaimError
	require.ErrorAs(t, err, &double)
	assert.Equal(t, `batch "2019": 4127 t to sell, but 4126 t are free: `+
		`of 204126 t owned, 0 t are sold or otherwise gone and 200000 t claimed; withdraw a claim first`, err.Error())
	sold := must(a.Sell(sale("1", "2019", 4126, 2021)))
	_, err = sold.Cancel("2019", 1, "nobody", day(2022, 1, 1))
	require.ErrorAs(t, err, &double)
	assert.Equal(t, "cancel", double.Doing)
	_, err = sold.Retire("2019", 200000, "2021 check", day(2022, 1, 1))
	require.NoError(t, err, "to retire what is claimed is what one should do")

	free, err := sold.Withdraw("1")
	require.NoError(t, err)
	assert.Empty(t, slices.Collect(free.Claims()))
	assert.Len(t, slices.Collect(sold.Claims()), 1)
	_, err = free.Sell(sale("2", "2019", 200000, 2021))
	require.NoError(t, err)
	var unknown *ghg.UnknownError
	_, err = free.Withdraw("1")
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, `project "방천리 매립가스": unknown claim "1": none is allowed`, err.Error())
}

func TestClaimOfAProjectWithoutPartner(t *testing.T) {
	p := bangcheonri()
	p.Own, p.Partner = ghg.MustShare("100%"), ""
	a := must(open(t, p).Verify(verification("2019", "2019", "10")))
	_, err := a.Claim(claim("1", "2019", "11"))
	require.Error(t, err)
	assert.NotContains(t, err.Error(), "partner")
	whole, err := must(a.Batch("2019")).WholeProject()
	require.NoError(t, err, "there is no partner whose sales could be unknown")
	tonnes(t, "10", whole)
}

// 371,864.000001 t × 78.5123456 % × (1 - 2.000001 % - 3.1 %) has 22 places.
func TestTheLastGramCanBeClaimed(t *testing.T) {
	p := bangcheonri()
	p.Own = ghg.MustShare("78.512345%")
	a := must(open(t, p).Verify(verification("2019", "2019", "371864.000001")))
	x := issuance("2019", 1, 2020)
	x.Levy, x.Buffer = ghg.MustShare("2.000001%"), ghg.MustShare("3.1%")
	a = must(a.Issue(x))
	at := must(a.Batch("2019"))
	c := claim("1", "2019", at.Claimable.Tonnes().String())
	a = must(a.Claim(c))
	tonnes(t, "0", must(a.Batch("2019")).Claimable)
}

// What is left after the sale is the partner's, and not the city's to claim.
func ExampleDoubleClaimError() {
	_, err := soldOut().Claim(credit.Claim{ID: "2023 점검", Batch: "2019", Amount: sar("55874"), For: "추진상황 점검 2023", On: day(2024, 5, 31)})
	var double *credit.DoubleClaimError
	if errors.As(err, &double) {
		fmt.Println("free:", double.Free)
	}
	fmt.Println(err)
	// Output:
	// free: 0 tCO2e (SAR)
	// batch "2019": 55874 t to claim, but 0 t are free: of 204126 t owned, 204126 t are sold or otherwise gone and 0 t claimed; another 55874 t are the partner's
}

// A claim stands in the way of a sale until it is withdrawn.
func ExampleAccount_Withdraw() {
	v := verification("2019", "2019", "260000")
	a := must(must(credit.NewAccount(bangcheonri())).Verify(v))
	a = must(a.Issue(issuance("2019", 204126, 2020)))
	a = must(a.Claim(claim("2021", "2019", "204126")))
	_, err := a.Sell(sale("1", "2019", 1000, 2021))
	fmt.Println(err)
	a = must(a.Withdraw("2021"))
	a = must(a.Sell(sale("1", "2019", 1000, 2021)))
	p, _ := a.Batch("2019")
	fmt.Println(p)
	// Output:
	// batch "2019": 1000 t to sell, but 0 t are free: of 204126 t owned, 0 t are sold or otherwise gone and 204126 t claimed; withdraw a claim first
	// batch 2019: 260000 tCO2e (SAR) verified, 204126 t owned, 204126 issued, 1000 sold, 203126 t claimable
}

// One year is claimed in two reports, each its part.
func ExampleClaim() {
	a := holdingAccount()
	for _, c := range []credit.Claim{
		{ID: "점검-2021", Batch: "2019", Amount: sar("120000"), For: "추진상황 점검 2021", On: day(2021, 5, 31)},
		{ID: "백서-2022", Batch: "2019", Amount: sar("45500.5"), For: "환경백서 2022", On: day(2022, 12, 15)},
	} {
		a = must(a.Claim(c))
	}
	for c := range a.Claims() {
		fmt.Println(c.ID, c.Amount, "in", c.For)
	}
	p, _ := a.Batch("2019")
	fmt.Println(p.Claimable, "left")
	// Output:
	// 점검-2021 120000 tCO2e (SAR) in 추진상황 점검 2021
	// 백서-2022 45500.5 tCO2e (SAR) in 환경백서 2022
	// 38625.5 tCO2e (SAR) left
}
