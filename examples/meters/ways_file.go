package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// fileWays are those that begin with the file of the country; the first is the naive one.
func (h *held) fileWays(ctx context.Context, path string) []*way {
	naive := words.Term{En: "naive: encoding/csv and a map of shopspring decimals", Ko: "단순 방식: encoding/csv와 shopspring decimal 맵"}
	read := words.Term{En: "ledger.ReadCSV", Ko: "ledger.ReadCSV"}
	return []*way{
		{name: naive, workers: 1, run: func() (check, error) {
			sums := map[mark]decimal.Decimal{}
			err := eachRow(path, func(m mark, text string) error {
				kg, err := decimal.NewFromString(text)
				sums[m] = sums[m].Add(kg)
				return err
			})
			return func() (int, error) { return exact(h.truth.decimals(sums)) }, err
		}},
		{name: words.Term{En: "encoding/csv and a map of float64", Ko: "encoding/csv와 float64 맵"}, workers: 1, run: func() (check, error) {
			sums := map[mark]float64{}
			err := eachRow(path, func(m mark, text string) error {
				kg, err := strconv.ParseFloat(text, 64)
				sums[m] += kg
				return err
			})
			return h.near(func(sum int) float64 { return sums[markOf(sum)] }), err
		}},
		{name: words.Term{En: "the nouns: ghg.ReadCSV, inventories, their BASIC totals", Ko: "ghg.ReadCSV에서 인벤토리와 BASIC 합계까지"}, workers: 1,
			run: func() (check, error) {
				records, err := recordsOf(path)
				if err != nil {
					return nil, err
				}
				got, err := totals(records)
				return func() (int, error) { return exact(h.truth.basic(got)) }, err
			}},
		{name: read, workers: 1, run: func() (check, error) { return h.readBy(ctx, path, 1) }},
		{name: read, workers: 2, run: func() (check, error) { return h.readBy(ctx, path, 2) }},
	}
}

// eachRow reads a file as one does: encoding/csv, and a key of what tells rows apart.
func eachRow(path string, do func(m mark, kg string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.ReuseRecord = true
	if _, err := in.Read(); err != nil {
		return err
	}
	for {
		r, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = do(mark{r[0], r[1], r[2], r[3], r[4]}, r[5])
		}
		if err != nil {
			return err
		}
	}
}

func recordsOf(path string) ([]ghg.Record, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	records, report, err := ghg.ReadCSV(bufio.NewReader(f), ghg.CSVFormat{Scheme: gpc.Scheme})
	return records, errors.Join(err, report.Err())
}

func (h *held) readBy(ctx context.Context, path string, workers int) (check, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	p, _, err := ledger.ReadCSV(ctx, f, ledger.ReadOptions{
		Format: ghg.CSVFormat{Scheme: gpc.Scheme}, Faulty: ledger.RefuseFile, Workers: workers,
	})
	return same(p, h.partial), err
}
