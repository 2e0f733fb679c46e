/** A check of a product by its own build tool. */
package com.acme.check;
