package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
)

// country is one that its seed makes.
type country struct {
	rows, shards int
	seed         uint64
}

// places are as many as Korea has municipalities.
const places = 226

// kinds are what is metered: category and gas, kilograms of the gas for a unit of the reading
// in millionths, and how large a reading may be.
var kinds = [...]struct {
	category, gas, fuel string
	perUnit, most       uint64
}{
	{"I.1.1", "CO2", "city gas", 2_150_815, 4_000}, // readings in m3
	{"I.1.1", "CO2", "kerosene", 2_530_000, 900},   // in litres
	{"I.2.1", "CO2", "city gas", 2_150_815, 60_000},
	{"I.2.1", "CH4", "city gas", 192, 60_000},
	{"I.3.1", "CO2", "city gas", 2_150_815, 3_000_000},
}

// reading is one of a meter.
type reading struct {
	place int // from 1
	kind  int // of kinds
	grams uint64
}

// at is the reading of a row, from 0: the same whichever others are made.
func (c country) at(row int) reading {
	r := rand.New(rand.NewPCG(c.seed, uint64(row)))
	kind := r.IntN(len(kinds))
	k := &kinds[kind]
	grams := (r.Uint64N(k.most*1000) + 1) * k.perUnit / 1_000_000 // readings have three places
	return reading{1 + r.IntN(places), kind, grams}
}

// write writes one of the shards, from 1 on: a reading a line. A shard has readings of its own,
// whichever others are written.
func (c country) write(w io.Writer, shard int) error {
	out := bufio.NewWriterSize(w, 1<<20)
	fmt.Fprintln(out, "place,year,category,gas,fuel,mass,unit")
	first, last := c.rows*(shard-1)/c.shards, c.rows*shard/c.shards
	var line []byte
	for i := first; i < last; i++ {
		x := c.at(i)
		k := &kinds[x.kind]
		line = append(line[:0], "town "...)
		line = strconv.AppendInt(line, int64(x.place), 10)
		line = append(append(append(append(line, ",2024,"...), k.category...), ","+k.gas+","...), k.fuel...)
		line = strconv.AppendUint(append(line, ','), x.grams/1000, 10)
		line = append(line, '.')
		for n := uint64(100); n > 0; n /= 10 {
			line = append(line, byte('0'+x.grams/n%10))
		}
		line = append(line, ",kg\n"...)
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	return out.Flush()
}
