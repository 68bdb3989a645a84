package main

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// held is a country in memory, as each of the ways wants it.
type held struct {
	truth   truth
	partial ledger.Partial // the truth
	rows    []row
	records []ghg.Record
	// In columns, the place of its sum for each reading.
	sum []uint32
	kg  []float64
	// How many sums the country has, one of each kind, and how many are wrong where floating
	// point adds them up reading by reading.
	kinds, wrong int
	// All readings in one ledger, and halves of them.
	ledger ledger.Ledger
	halves [2]ledger.Ledger
}

// row is a reading as a program has it that takes no library but one of decimals.
type row struct {
	mark mark
	kg   decimal.Decimal
	near float64 // the same
}

func (c country) hold() (*held, error) {
	h := &held{rows: make([]row, c.rows), records: make([]ghg.Record, c.rows), sum: make([]uint32, c.rows), kg: make([]float64, c.rows)}
	var marks [places * len(kinds)]mark
	for sum := range marks {
		marks[sum] = markOf(sum)
	}
	for i := range c.rows {
		x := c.at(i)
		h.truth.add(x)
		kg := decimal.New(int64(x.grams), -3)
		h.sum[i], h.kg[i] = uint32(x.of()), kg.InexactFloat64()
		h.rows[i] = row{marks[x.of()], kg, h.kg[i]}
		var err error
		if h.records[i], err = recordOf(x); err != nil {
			return nil, err
		}
	}
	h.country()
	var err error
	if h.partial, err = h.truth.partial(); err != nil {
		return nil, err
	}
	if h.ledger, err = built(h.records); err != nil {
		return nil, err
	}
	for i := range h.halves {
		if h.halves[i], err = built(h.half(i)); err != nil {
			return nil, err
		}
	}
	return h, nil
}

// half is one of the two halves of the records.
func (h *held) half(i int) []ghg.Record {
	n := len(h.records)
	return h.records[n*i/2 : n*(i+1)/2]
}

// built is a ledger of records.
func built(records []ghg.Record) (ledger.Ledger, error) {
	b, err := ledger.NewBuilder(gpc.Scheme)
	if err != nil {
		return ledger.Ledger{}, err
	}
	for i := range records {
		if err := b.AddRecord(records[i]); err != nil {
			return ledger.Ledger{}, err
		}
	}
	return b.Ledger(), nil
}

// ways are those that begin with readings in memory; the first is the naive one.
func (h *held) ways() []*way {
	columns := make([]float64, places*len(kinds))
	return []*way{
		{name: words.Term{En: "naive: a map of shopspring decimals", Ko: "단순 방식: shopspring decimal 맵"}, workers: 1, run: h.decimals},
		{name: words.Term{En: "a map of float64", Ko: "float64 맵"}, workers: 1, run: h.floats},
		{name: words.Term{En: "columns of float64", Ko: "float64 열"}, workers: 1, run: func() (check, error) {
			clear(columns)
			for i, sum := range h.sum {
				columns[sum] += h.kg[i]
			}
			return h.near(func(sum int) float64 { return columns[sum] }), nil
		}},
		{name: words.Term{En: "the nouns: records, inventories, their BASIC totals", Ko: "기록에서 인벤토리와 BASIC 합계까지"}, workers: 1,
			run: func() (check, error) {
				got, err := totals(h.records)
				return func() (int, error) { return exact(h.truth.basic(got)) }, err
			}},
		{name: words.Term{En: "ledger.SumRecords: records, no rows kept", Ko: "기록의 합계만: ledger.SumRecords"}, workers: 1,
			run: func() (check, error) {
				p, err := ledger.SumRecords(gpc.Scheme, h.records)
				return same(p, h.partial), err
			}},
		{name: words.Term{En: "the same, halves merged", Ko: "같음, 절반씩 더해 합침"}, workers: 2, run: func() (check, error) {
			p, err := both(func(i int) (ledger.Partial, error) { return ledger.SumRecords(gpc.Scheme, h.half(i)) })
			return same(p, h.partial), err
		}},
		{name: words.Term{En: "the ledger, built of records and added up", Ko: "기록으로 만들어 더하는 ledger"}, workers: 1, run: func() (check, error) {
			l, err := built(h.records)
			return same(l.Partial(), h.partial), err
		}},
		{name: words.Term{En: "the same, halves merged", Ko: "같음, 절반씩 더해 합침"}, workers: 2, run: func() (check, error) {
			p, err := both(func(i int) (ledger.Partial, error) {
				l, err := built(h.half(i))
				return l.Partial(), err
			})
			return same(p, h.partial), err
		}},
		{name: words.Term{En: "the ledger that is built, added up", Ko: "만들어 둔 ledger의 합계"}, workers: 1, run: func() (check, error) {
			return same(h.ledger.Partial(), h.partial), nil
		}},
		{name: words.Term{En: "the same, halves merged", Ko: "같음, 절반씩 더해 합침"}, workers: 2, run: func() (check, error) {
			p, err := both(func(i int) (ledger.Partial, error) { return h.halves[i].Partial(), nil })
			return same(p, h.partial), err
		}},
	}
}

func (h *held) decimals() (check, error) {
	sums := map[mark]decimal.Decimal{}
	for i := range h.rows {
		r := &h.rows[i]
		sums[r.mark] = sums[r.mark].Add(r.kg)
	}
	return func() (int, error) { return exact(h.truth.decimals(sums)) }, nil
}

func (h *held) floats() (check, error) {
	sums := map[mark]float64{}
	for i := range h.rows {
		sums[h.rows[i].mark] += h.rows[i].near
	}
	return h.near(func(sum int) float64 { return sums[markOf(sum)] }), nil
}

// near counts the wrong sums of floating point: of places, and of the whole country.
func (h *held) near(sums func(sum int) float64) check {
	return func() (int, error) { return h.truth.floats(sums) + h.wrong, nil }
}

// country adds up the sums of the whole country.
func (h *held) country() {
	var near [len(kinds)]float64
	var right truth
	for i, sum := range h.sum {
		near[int(sum)%len(kinds)] += h.kg[i]
	}
	for sum, grams := range h.truth.grams {
		right.grams[sum%len(kinds)] += grams
		right.meters[sum%len(kinds)] += h.truth.meters[sum]
	}
	h.kinds, h.wrong = right.sums(), right.floats(func(kind int) float64 { return near[kind] })
}
