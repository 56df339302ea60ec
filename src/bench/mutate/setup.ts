/** A property that fails has noticed the mutant; the smallest example of it is not needed. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
