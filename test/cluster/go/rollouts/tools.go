//go:build tools

// Package rollouts names the program that is built of this module, so that the module knows what it needs.
package rollouts

import _ "github.com/argoproj/argo-rollouts/cmd/rollouts-controller"
