package main

import (
	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg/words"
)

// rowBytes are those of a reading in columns: of its sum and its number.
const rowBytes = 4 + 8

// streamWays read memory, and do no more than must be done to have read it: what takes the
// columns of a row from there cannot be faster. A slice is much larger than any cache.
func streamWays(bytes int) []*way {
	slice := make([]uint64, bytes/8)
	for i := range slice {
		slice[i] = 1
	}
	half, rows := len(slice)/2, len(slice)*8/rowBytes
	read := func(sum uint64) (check, error) {
		return func() (int, error) {
			if sum != uint64(len(slice)) {
				return 0, spoken.New("memory was not read", "메모리를 읽지 않았습니다")
			}
			return addsUpNothing, nil
		}, nil
	}
	name := words.Term{En: "memory bandwidth: 12 bytes a row, read", Ko: "메모리 대역폭: 행마다 12바이트 읽기"}
	return []*way{
		{name: name, workers: 1, rows: rows, run: func() (check, error) { return read(stream(slice)) }},
		{name: name, workers: 2, rows: rows, run: func() (check, error) {
			other := make(chan uint64)
			go func() { other <- stream(slice[half:]) }()
			return read(stream(slice[:half]) + <-other)
		}},
	}
}

func stream(slice []uint64) uint64 {
	var a, b, c, d uint64
	for ; len(slice) >= 4; slice = slice[4:] {
		a, b, c, d = a+slice[0], b+slice[1], c+slice[2], d+slice[3]
	}
	for _, x := range slice {
		a += x
	}
	return a + b + c + d
}
