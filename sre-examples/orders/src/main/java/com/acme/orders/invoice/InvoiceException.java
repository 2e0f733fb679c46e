package com.acme.orders.invoice;

public class InvoiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvoiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
