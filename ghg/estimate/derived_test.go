package estimate

import (
	"testing"

	"github.com/localghg/localghg/ghg/derivation/derivationtest"
)

func TestMain(m *testing.M) { derivationtest.Main(m, &derived) }
