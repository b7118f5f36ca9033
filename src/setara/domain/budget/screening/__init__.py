"""Which sub-activities deserve a look by somebody who asks whom their money reaches."""
