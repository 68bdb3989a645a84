package credit_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// tonne is one of the place's own tonnes, followed by itself.
type tonne struct{ state, claim string }

// oracle keeps a batch tonne by tonne: slow, and with no arithmetic. A claim
// lies on tonnes that nobody else has; which of them, may change.
type oracle []tonne

func (o oracle) in(state string) (out []int) {
	for i, t := range o {
		if t.state == state {
			out = append(out, i)
		}
	}
	return out
}

// release moves claims off tonnes of a state until n of them bear none, if it
// can, and returns those.
func (o oracle) release(state string, n int) (free []int, ok bool) {
	var elsewhere []int
	for _, s := range []string{"not issued", "retired"} {
		for _, i := range o.in(s) {
			if s != state && o[i].claim == "" {
				elsewhere = append(elsewhere, i)
			}
		}
	}
	for _, i := range o.in(state) {
		if len(free) == n {
			break
		}
		if o[i].claim == "" {
			free = append(free, i)
		}
	}
	for _, i := range o.in(state) {
		if len(free) < n && o[i].claim != "" && len(elsewhere) > 0 {
			o[elsewhere[0]].claim, o[i].claim = o[i].claim, ""
			elsewhere = elsewhere[1:]
			free = append(free, i)
		}
	}
	return free, len(free) == n
}

// leave takes n held tonnes to another state.
func (o oracle) leave(n int, state string) bool {
	held := o.in("held")
	if state != "retired" {
		free, ok := o.release("held", n)
		if !ok {
			return false
		}
		held = free
	}
	if len(held) < n {
		return false
	}
	for _, i := range held[:n] {
		o[i].state = state
	}
	return true
}

func (o oracle) issue(units, levy int) bool {
	if len(o.in("not issued")) < len(o) || units+levy > len(o) {
		return false
	}
	free, ok := o.release("not issued", levy)
	if !ok {
		return false
	}
	for _, i := range free {
		o[i].state = "levy"
	}
	for _, i := range o.in("not issued")[:units] {
		o[i].state = "held"
	}
	return true
}

func (o oracle) claim(id string, n int) bool {
	var free []int
	for i, t := range o {
		if t.claim == "" && (t.state == "not issued" || t.state == "held" || t.state == "retired") {
			free = append(free, i)
		}
	}
	if len(free) < n {
		return false
	}
	for _, i := range free[:n] {
		o[i].claim = id
	}
	return true
}

func (o oracle) withdraw(id string) bool {
	found := false
	for i := range o {
		if o[i].claim == id {
			o[i].claim, found = "", true
		}
	}
	return found
}

// A tonne is never both sold and claimed, whatever is tried in whatever order:
// the account answers as the one that follows every tonne.
func TestATonneIsNeverBothSoldAndClaimed(t *testing.T) {
	rng := rand.New(rand.NewPCG(2030, 45))
	accepted, refused := 0, 0
	for range 400 {
		p := bangcheonri()
		p.Own = ghg.MustShare("60%") // 12 of 20 t
		a := must(open(t, p).Verify(verification("2019", "2019", "20")))
		ets := trading(t)
		slow := make(oracle, 12)
		for i := range slow {
			slow[i].state = "not issued"
		}
		when := day(2021, 12, 31)
		for step := range 30 {
			n := 1 + rng.IntN(6)
			id := fmt.Sprint(rng.IntN(step + 1))
			before := must(a.Total()).Details()
			var (
				next = ets
				b    credit.Account
				err  error
				want bool
			)
			switch op := rng.IntN(8); op {
			case 0:
				x := issuance("2019", int64(n), 2020)
				levy := 3 * rng.IntN(2)
				x.Units, x.Levy = credit.Credits(n+3), ghg.MustShare(map[int]string{0: "0%", 3: "25%"}[levy])
				b, err = a.Issue(x)
				want = slow.issue(n+3, levy)
			case 1, 2:
				b, err = a.Sell(sale(fmt.Sprint(step), "2019", int64(n), 2021))
				want = slow.leave(n, "sold")
			case 3:
				b, err = a.Retire("2019", credit.Credits(n), "check", when)
				want = slow.leave(n, "retired")
			case 4:
				b, err = a.Cancel("2019", credit.Credits(n), "nobody", when)
				want = slow.leave(n, "cancelled")
			case 5:
				b, next, err = a.Convert("2019", credit.Credits(n), when, ets)
				want = slow.leave(n, "converted")
			case 6:
				b, err = a.Claim(claim(fmt.Sprint(step), "2019", fmt.Sprint(n)))
				want = slow.claim(fmt.Sprint(step), n)
			case 7:
				b, err = a.Withdraw(id)
				want = slow.withdraw(id)
			}
			require.Equal(t, want, err == nil, "%v\n%s\n%v", err, before, slow)
			if err != nil {
				refused++
				require.Equal(t, before, must(a.Total()).Details(), "nothing half-applied")
				continue
			}
			accepted++
			a, ets = b, next
			agree(t, a, ets, slow)
		}
	}
	require.Greater(t, accepted, 1000)
	require.Greater(t, refused, 1000)
}

func agree(t *testing.T, a credit.Account, ets credit.TradingAccount, slow oracle) {
	t.Helper()
	count := map[string]int{}
	claimed, claimable := 0, 0
	for _, x := range slow {
		count[x.state]++
		gone := x.state != "not issued" && x.state != "held" && x.state != "retired"
		switch {
		case x.claim != "":
			require.False(t, gone, "a tonne is %s and claimed", x.state)
			claimed++
		case !gone:
			claimable++
		}
	}
	p := must(a.Total())
	for what, x := range map[string]struct {
		got  decimal.Decimal
		want int
	}{
		"held":       {decimal.NewFromInt(int64(p.Held)), count["held"]},
		"sold":       {decimal.NewFromInt(int64(p.Sold)), count["sold"]},
		"retired":    {decimal.NewFromInt(int64(p.Retired)), count["retired"]},
		"cancelled":  {decimal.NewFromInt(int64(p.Cancelled)), count["cancelled"]},
		"converted":  {decimal.NewFromInt(int64(p.Converted)), count["converted"]},
		"offsets":    {decimal.NewFromInt(int64(ets.Offsets())), count["converted"]},
		"levy":       {p.Levy.Tonnes(), count["levy"]},
		"not issued": {p.NotIssued.Tonnes(), count["not issued"]},
		"claimed":    {p.Claimed.Tonnes(), claimed},
		"claimable":  {p.Claimable.Tonnes(), claimable},
	} {
		require.True(t, x.got.Equal(decimal.NewFromInt(int64(x.want))), "%s: %s, not %d", what, x.got, x.want)
	}
	r, err := a.Reductions()
	require.NoError(t, err)
	kept, _ := r.At(2019)
	same(t, fmt.Sprint(claimed+claimable), kept.Tonnes(), "reductions")
}
